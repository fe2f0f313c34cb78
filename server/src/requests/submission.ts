import type { Method } from '../lib/methods.ts'

/** What a payer sends from a pay page. */
export interface Submission {
  tokenHash: Buffer
  /** Made by the page; a second submit with it is the first one. */
  submitKey: string
  /** How the payer chose to pay. */
  method: Method
  confirmationToken: string
  /** What the payer saw, in minor units. */
  amount: bigint
  currency: string
  name: string | null
  email: string | null
  locale: string
  /** The payer's address as counters count it (`addressKey`). */
  address: string
  /** Where a bank's own page would send the payer back to. */
  returnUrl: string
  /** For a bank debit: which text the payer agreed to, and how. `ip` is evidence, no counter's key. */
  mandate: { version: string; ip: string; userAgent: string } | null
  /** The payer lets the company keep what they pay by: which text they agreed to, and how. */
  save: { version: string; ip: string; userAgent: string } | null
  /** The payer knows that it is paid already, and pays the asked amount as credit (K8). */
  anyway?: boolean
}

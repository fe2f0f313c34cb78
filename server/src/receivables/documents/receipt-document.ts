import type { Currency } from '../../lib/currencies.ts'
import type { LabelledAmount, Reader, Seller } from './invoice-document.ts'

/** A receipt as it is printed: plain data, amounts in minor units of `currency`, printed as given. */
export type ReceiptDocument = Reader & {
  readonly seller: Seller
  readonly payer: { readonly name?: string | undefined; readonly email?: string | undefined }
  /** The payment's own id. */
  readonly number: string
  /** ISO instant of the payment, and the IANA time zone it is told in. */
  readonly paidAt: string
  readonly timeZone: string
  readonly currency: Currency
  readonly amount: bigint
  /** `last4` is absent for methods that have none. */
  readonly method: { readonly brand: string; readonly last4?: string | undefined }
  /** What the payment was applied to: `Invoice INV-1042`. */
  readonly appliedTo: readonly LabelledAmount[]
  /** Positive amounts given back, each with its ISO instant. */
  readonly refunds: readonly { readonly at: string; readonly amount: bigint }[]
  /** What the payer will find on the bank statement. */
  readonly statementDescriptor?: string | undefined
}

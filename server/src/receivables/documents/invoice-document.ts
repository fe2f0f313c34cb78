import type { Currency } from '../../lib/currencies.ts'
import type { Language } from '../../lib/words.ts'

/** Who sends the document: what a payer checks before paying, and how to reach them. */
export type Seller = {
  readonly name: string
  /** The registered name, printed at the foot where it differs from the trading name. */
  readonly legalName?: string | undefined
  readonly addressLines: readonly string[]
  readonly phone?: string | undefined
  readonly email?: string | undefined
  readonly taxId?: string | undefined
  /** A logo that was checked and re-encoded when it was uploaded. One that cannot be read is left out. */
  readonly logoPng?: Uint8Array | undefined
}

export type BilledCustomer = {
  readonly name: string
  readonly addressLines: readonly string[]
  readonly email?: string | undefined
  readonly taxId?: string | undefined
}

export type InvoiceLine = {
  readonly description: string
  /** Decimal text such as `2.5`; null where the line has no quantity. */
  readonly quantity: string | null
  readonly unit?: string | undefined
  /** Decimal text in major units, possibly finer than the currency: `0.0375`. */
  readonly unitPrice: string | null
  /** Per cent as decimal text: `14.975`. */
  readonly taxRate?: string | undefined
  /** Minor units, without tax. */
  readonly amount: bigint
}

/** A line of the totals: an allowance is a positive amount that is taken off, a charge one that is added. */
export type LabelledAmount = { readonly label: string; readonly amount: bigint }

export type TaxTotal = {
  /** What stands before the amount (`TPS 5 %`); without one the rate speaks. */
  readonly label?: string | undefined
  /** Per cent as decimal text. */
  readonly rate?: string | undefined
  readonly taxable?: bigint | undefined
  readonly amount: bigint
}

/** What the documents share: whose words, and whose rules for figures, dates and paper. */
export type Reader = {
  readonly language: Language
  /** BCP 47, of the same language: `fr-CA`. */
  readonly locale: string
}

export type InvoiceTitle =
  | 'invoice'
  | 'corrected_invoice'
  | 'prepayment_invoice'
  | 'self_billed_invoice'
  | 'recovery_invoice'
  | 'credit_note'

/**
 * An invoice, or a credit note, as it is printed: plain data that can be copied to a worker. Amounts are minor units of `currency`
 * and are printed as given: this module computes no money.
 */
export type InvoiceDocument = Reader & {
  readonly title: InvoiceTitle
  readonly number: string
  /** ISO dates. */
  readonly issuedOn: string
  readonly dueOn?: string | undefined
  readonly seller: Seller
  readonly customer: BilledCustomer
  readonly orderReference?: string | undefined
  /** The number of the invoice that a credit note corrects. */
  readonly corrects?: string | undefined
  readonly currency: Currency
  readonly lines: readonly InvoiceLine[]
  readonly allowances?: readonly LabelledAmount[] | undefined
  readonly charges?: readonly LabelledAmount[] | undefined
  readonly subtotal: bigint
  readonly shipping?: bigint | undefined
  readonly taxes: readonly TaxTotal[]
  readonly total: bigint
  /** Already paid or credited; printed where it is not zero. */
  readonly paid: bigint
  /** Given back, in full or in part; of it `reduced` is not owed again. */
  readonly refunded?: bigint | undefined
  readonly reduced?: bigint | undefined
  /** What is to be paid; of a credit note, what is credited. */
  readonly due: bigint
  readonly notes?: string | undefined
  /** The payment link. Without it there is neither button nor QR code. */
  readonly payUrl?: string | undefined
  readonly status?: 'paid' | 'refunded' | 'void' | 'closed' | undefined
}

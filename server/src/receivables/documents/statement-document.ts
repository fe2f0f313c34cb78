import type { Currency } from '../../lib/currencies.ts'
import type { BilledCustomer, Reader, Seller } from './invoice-document.ts'

export type StatementLine = {
  /** ISO date. */
  readonly day: string
  readonly type:
    | 'invoice'
    | 'recovery_invoice'
    | 'correction'
    | 'void'
    | 'write_off'
    | 'write_off_undone'
    | 'prepaid'
    | 'payment'
    | 'payment_returned'
    | 'payment_disputed'
    | 'payment_regained'
    | 'payment_undone'
    | 'refund'
    | 'refund_undone'
    | 'credit'
    | 'credit_taken_back'
  readonly label: string
  readonly dueOn?: string | undefined
  readonly amount: bigint
  readonly balance: bigint
}

/** A statement as it is printed: plain data, amounts in minor units of `currency`, printed as given. */
export type StatementDocument = Reader & {
  readonly seller: Seller
  readonly customer: BilledCustomer
  /** `invoice_list`: no statement, but the invoices that a request asks for. */
  readonly kind: 'balance_forward' | 'open_items' | 'transactions' | 'invoice_list'
  readonly from?: string | undefined
  readonly asOf: string
  readonly madeOn: string
  readonly currency: Currency
  readonly opening: bigint
  readonly rows: readonly StatementLine[]
  readonly balance: bigint
  readonly pending: bigint
  readonly inFlight: bigint
  readonly unapplied: bigint
  readonly buckets: readonly {
    readonly bucket: 'not_due' | 'days_1_30' | 'days_31_60' | 'days_61_90' | 'over_90'
    readonly open: bigint
  }[]
  readonly payUrl?: string | undefined
}

import type { CustomerId } from '../../customers/index.ts'
import type { InvoiceId, StatementKind } from '../../receivables/index.ts'

export const BULK_KINDS = ['payment_links', 'statements'] as const
export type BulkKind = (typeof BULK_KINDS)[number]

/** So many invoices or customers at once. */
export const MOST_AT_ONCE = 10_000

/** What each statement is like. */
export interface StatementOptions {
  kind: StatementKind
  /** The day whose end they are of, fixed when they are asked for: all say the same. */
  asOf: string
  from: string | null
  /** The sender's tick. */
  ticked: boolean | null
}

/** What is to be sent, to whom. */
export interface BulkOrder {
  message: string | null
  /** In place of the customers' own addresses. */
  emails: ReadonlyMap<CustomerId, string>
  what:
    | { kind: 'payment_links'; invoiceIds: readonly InvoiceId[] }
    | { kind: 'statements'; customerIds: readonly CustomerId[]; options: StatementOptions }
}

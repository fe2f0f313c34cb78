import type { CustomerId } from '../customers/index.ts'
import { type Db, join, raw, sql } from '../lib/db/index.ts'
import type { Id } from '../lib/ids.ts'
import type { PageRequest } from '../lib/pagination.ts'
import type { AttachmentId } from './attachments/attachments.queries.ts'
import type { CreditNoteState } from './credit-note.state.ts'
import type { CreditId } from './credits.queries.ts'
import type { InvoiceId, Party, StoredAdjustment, StoredLine, StoredTax } from './invoices.queries.ts'

export type CreditNoteId = Id<'cn'>

/** A credit note with what is left of its credit. Amounts are positive minor units of its currency. */
export interface CreditNote {
  id: CreditNoteId
  customerId: CustomerId
  invoiceId: InvoiceId | null
  /** The number of the invoice it corrects, as it says it. */
  invoiceReference: string | null
  series: 'own' | 'external'
  number: string
  typeCode: string
  source: string | null
  state: CreditNoteState
  currency: string
  subtotal: bigint
  allowances: bigint
  charges: bigint
  tax: bigint
  rounding: bigint
  total: bigint
  issuedOn: string
  reason: string | null
  buyer: Party
  adjustments: StoredAdjustment[]
  taxBreakdown: StoredTax[]
  /** A credit that was open when the company began to keep its books here. */
  isOpening: boolean
  createdAt: Date
  voidedAt: Date | null
  /** The file that it came as, where it came in a PDF. */
  originalId: AttachmentId | null
  creditId: CreditId
  used: bigint
}

/** Of a credit note `n` and its credit `c`. */
export const CREDIT_NOTE =
  raw(`n.id, n.customer_id "customerId", n.invoice_id "invoiceId", n.invoice_reference "invoiceReference",
  n.series, n.number, n.type_code "typeCode", n.source, n.state, n.currency, n.subtotal, n.allowances, n.charges, n.tax,
  n.rounding, n.total, n.issued_on "issuedOn", n.reason, n.buyer, n.adjustments, n.tax_breakdown "taxBreakdown", n.is_opening "isOpening",
  n.created_at "createdAt", n.voided_at "voidedAt", n.original_id "originalId", c.id "creditId", c.used`)
const FROM = raw(`receivables.credit_notes n
  join receivables.credits c on c.company_id = n.company_id and c.credit_note_id = n.id`)

export function findCreditNote(db: Db, id: CreditNoteId): Promise<CreditNote | undefined> {
  return db.maybe(
    sql<CreditNote>`select ${CREDIT_NOTE} from ${FROM} where n.company_id = ${db.companyId} and n.id = ${id}`,
  )
}

export function listCreditNoteLines(db: Db, id: CreditNoteId): Promise<StoredLine[]> {
  return db.many(sql<StoredLine>`
    select position, description, quantity, unit, unit_price "unitPrice", tax_rate "taxRate", amount
    from receivables.credit_note_lines where company_id = ${db.companyId} and credit_note_id = ${id} order by position`)
}

/** How one stands, also before it is issued. */
export const CREDIT_NOTE_STATUSES = ['draft', 'pending_approval', 'rejected', 'issued', 'void'] as const
export type CreditNoteStatus = (typeof CREDIT_NOTE_STATUSES)[number]

export interface CreditNoteFilter {
  customerId: CustomerId | undefined
  invoiceId: InvoiceId | undefined
  status: CreditNoteStatus | undefined
  isIssued: boolean | undefined
}

/** A page of credit notes that were issued, newest first. */
export function listCreditNotes(db: Db, page: PageRequest, filter: CreditNoteFilter): Promise<CreditNote[]> {
  const where = [sql`n.company_id = ${db.companyId}`]
  if (page.after !== undefined) where.push(sql`n.id < ${page.after}`)
  if (filter.customerId !== undefined) where.push(sql`n.customer_id = ${filter.customerId}`)
  if (filter.invoiceId !== undefined) where.push(sql`n.invoice_id = ${filter.invoiceId}`)
  if (filter.status !== undefined) where.push(sql`n.state = ${filter.status}`)
  return db.many(sql<CreditNote>`
    select ${CREDIT_NOTE} from ${FROM} where ${join(where, ' and ')} order by n.id desc limit ${page.limit + 1}`)
}

/** What credit notes that stand took back of an invoice already, with tax and of tax. Minor units. */
export function creditedOf(db: Db, invoiceId: InvoiceId): Promise<{ total: bigint; tax: bigint }> {
  return db.one(sql<{ total: bigint; tax: bigint }>`
    select coalesce(sum(total + rounding), 0)::bigint total, coalesce(sum(tax), 0)::bigint tax
    from receivables.credit_notes
    where company_id = ${db.companyId} and invoice_id = ${invoiceId} and state = 'issued'`)
}

import type { CustomerId } from '../customers/index.ts'
import { type Db, raw, sql, type Tx } from '../lib/db/index.ts'
import type { Id } from '../lib/ids.ts'
import type { PaymentId } from '../payments/index.ts'
import type { AttachmentId } from './attachments/attachments.queries.ts'
import type { ChargeBackId } from './charge-backs.queries.ts'
import type { WriteOffReason } from './write-off-reasons.ts'

export type InvoiceId = Id<'inv'>

export interface Party {
  name: string
  addressLines: string[]
  email: string | null
  taxId: string | null
}

/** An allowance (taken off) or a charge (added) of the whole document; `amount` as text of minor units. */
export interface StoredAdjustment {
  kind: 'allowance' | 'charge'
  label: string
  amount: string
}

export interface StoredTax {
  category: string
  rate: string
  name: string | null
  taxable: string
  tax: string
}

/** A tax that a line or the shipping carries: per cent as decimal text, and what it is called. */
export interface LineTax {
  rate: string
  name?: string
}

/** What an invoice's sums were computed from, beside its lines. Amounts as decimal text in major units. */
export interface StoredTerms {
  taxIncluded: boolean
  discount: { label: string; amount: string } | null
  shipping: { amount: string; taxes: readonly LineTax[] } | null
}

/** An invoice with what it is settled by now. Amounts are minor units of its currency. */
export interface Invoice {
  id: InvoiceId
  customerId: CustomerId
  series: 'own' | 'external'
  number: string
  typeCode: string
  source: string | null
  state: 'open' | 'void' | 'written_off'
  revision: number
  currency: string
  subtotal: bigint
  allowances: bigint
  charges: bigint
  shipping: bigint
  tax: bigint
  rounding: bigint
  total: bigint
  prepaid: bigint
  issuedOn: string
  dueOn: string | null
  orderReference: string | null
  note: string | null
  buyer: Party
  adjustments: StoredAdjustment[]
  taxBreakdown: StoredTax[]
  /** Null where its sums are those of the file that it came as. */
  terms: StoredTerms | null
  createdAt: Date
  voidedAt: Date | null
  /** The file that it came as. */
  originalId: AttachmentId | null
  /** Open when the company began to keep its books here: its sale and tax are booked elsewhere. */
  isOpening: boolean
  /** Of a recovery invoice: the payment that its customer has twice. */
  recovers: PaymentId | null
  due: bigint
  settled: bigint
  inFlight: bigint
  refunded: bigint
  /** Of what was refunded, what took the sale back: it is not owed again. */
  reduced: bigint
  /** What is asked for no more, since it is void or written off. */
  voided: bigint
  open: bigint
  /** Only while it is written off. */
  writtenOffAt: Date | null
  writeOffReason: WriteOffReason | null
  writeOffNote: string | null
}

export interface StoredLine {
  position: number
  description: string
  quantity: string | null
  unit: string | null
  unitPrice: string | null
  taxRate: string | null
  amount: bigint
}

/** A line of an invoice, with the taxes that it carries where they are known each. */
export interface InvoiceLine extends StoredLine {
  taxes: readonly LineTax[] | null
}

/** Of an invoice `i` and its payable `p`. */
export const INVOICE =
  raw(`i.id, i.customer_id "customerId", i.series, i.number, i.type_code "typeCode", i.source, i.state,
  i.revision, i.currency, i.subtotal, i.allowances, i.charges, i.shipping, i.tax, i.rounding, i.total, i.prepaid,
  i.issued_on "issuedOn", i.due_on "dueOn", i.order_reference "orderReference", i.note, i.buyer, i.adjustments,
  i.tax_breakdown "taxBreakdown", i.terms, i.created_at "createdAt", i.voided_at "voidedAt", i.original_id "originalId",
  i.is_opening "isOpening", i.recovers_payment_id "recovers", p.due, p.settled,
  p.in_flight "inFlight", p.refunded, p.reduced, p.voided, p.open,
  i.written_off_at "writtenOffAt", i.write_off_reason "writeOffReason", i.write_off_note "writeOffNote"`)
const FROM = raw(
  `receivables.invoices i join receivables.payables p on p.company_id = i.company_id and p.id = i.id`,
)

export function findInvoice(db: Db, id: InvoiceId): Promise<Invoice | undefined> {
  return db.maybe(
    sql<Invoice>`select ${INVOICE} from ${FROM} where i.company_id = ${db.companyId} and i.id = ${id}`,
  )
}

/** Invoices in id order; fewer than asked for where some are not this company's. */
export function findInvoices(db: Db, ids: readonly InvoiceId[]): Promise<Invoice[]> {
  return db.many(sql<Invoice>`
    select ${INVOICE} from ${FROM} where i.company_id = ${db.companyId} and i.id = any(${ids}) order by i.id`)
}

interface Locked {
  state: Invoice['state']
  /** Only of a recovery invoice. */
  chargeBackId: ChargeBackId | null
}

export function lockInvoice(tx: Tx, id: InvoiceId): Promise<Locked | undefined> {
  return tx.maybe(sql<Locked>`
    select state, charge_back_id "chargeBackId" from receivables.invoices where company_id = ${tx.companyId} and id = ${id} for update`)
}

export function listLines(db: Db, invoiceId: InvoiceId): Promise<InvoiceLine[]> {
  return db.many(sql<InvoiceLine>`
    select position, description, quantity, unit, unit_price "unitPrice", tax_rate "taxRate", amount, taxes
    from receivables.invoice_lines l where company_id = ${db.companyId} and invoice_id = ${invoiceId}
      and revision = (select max(e.revision) from receivables.invoice_lines e
        where e.company_id = ${db.companyId} and e.invoice_id = ${invoiceId})
    order by position`)
}

export const INVOICE_STATUSES = [
  'open',
  'partially_paid',
  'paid',
  'processing',
  'overdue',
  'partially_refunded',
  'refunded',
  'void',
  'written_off',
] as const
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number]

/** The label of an invoice: derived from what is stored, so that it can never disagree with it. */
export function invoiceStatus(invoice: Invoice, today: string): InvoiceStatus {
  if (invoice.state !== 'open') return invoice.state
  if (invoice.inFlight > 0n) return 'processing'
  if (invoice.open === 0n && invoice.reduced > 0n)
    return invoice.reduced < invoice.settled ? 'partially_refunded' : 'refunded'
  if (invoice.open === 0n) return 'paid'
  if (invoice.refunded > 0n && invoice.settled === 0n) return 'refunded'
  if (invoice.dueOn !== null && invoice.dueOn < today) return 'overdue'
  return invoice.settled > 0n ? 'partially_paid' : 'open'
}

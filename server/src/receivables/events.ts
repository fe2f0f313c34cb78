import { defineEvent } from '../lib/events.ts'

export const invoiceIssued = defineEvent<{ customer_id: string; total: bigint; currency: string }>(
  'invoice.issued',
)
export const invoiceImported = defineEvent<{
  customer_id: string
  total: bigint
  currency: string
  source: string
}>('invoice.imported')
/** Its number never changes. Amounts are what is owed on it in all, and what is open of it. */
export interface InvoiceEdited {
  revision: number
  changed: readonly string[]
  due_before: bigint
  due_after: bigint
  open_before: bigint
  open_after: bigint
  at: string
}
export const invoiceEdited = defineEvent<InvoiceEdited>('invoice.edited')
/** `open` is what was owed of it, in minor units. */
export interface InvoiceVoided {
  open: bigint
  at: string
}
export const invoiceVoided = defineEvent<InvoiceVoided>('invoice.voided')
/** What was open of an invoice is asked for no more, or again. Minor units. */
export interface InvoiceGivenUp {
  amount: bigint
  currency: string
  reason: string
  note: string | null
  at: string
}
export const invoiceWrittenOff = defineEvent<InvoiceGivenUp>('invoice.written_off')
export const invoiceRecovered = defineEvent<InvoiceGivenUp>('invoice.recovered')
/** What was refunded of a payment that a bank took back as well is claimed by an invoice of its own. Minor units. */
export const recoveryRaised = defineEvent<{ payment_id: string; amount: bigint; currency: string }>(
  'invoice.recovery_raised',
)
/** Nothing of an invoice is open any more: by a payment, a credit, or before it came here. */
export interface InvoicePaid {
  payment_id: string | null
  credit_id?: string
  at: string
}
export const invoicePaid = defineEvent<InvoicePaid>('invoice.paid')
export const invoiceReopened = defineEvent<{ refund_id: string | null; amount: bigint }>('invoice.reopened')
export const creditNoteIssued = defineEvent<{
  customer_id: string
  invoice_id: string | null
  total: bigint
  currency: string
  source: string | null
}>('credit_note.issued')
export const statementCreated = defineEvent<{ customer_id: string; pending: bigint; currency: string }>(
  'statement.created',
)
/** One that is not issued yet: what it comes to and what becomes of it. Amounts in minor units. */
export const creditNoteSubmitted = defineEvent<{
  customer_id: string
  invoice_id: string | null
  total: bigint
  currency: string
  revision: number
}>('credit_note.submitted')
export const creditNoteApproved = defineEvent<{ revision: number }>('credit_note.approved')
export const creditNoteRejected = defineEvent<{ revision: number; reason: string }>('credit_note.rejected')
export const creditNoteReopened = defineEvent<Record<string, never>>('credit_note.reopened')
export const creditNoteEdited = defineEvent<{
  revision: number
  total_before: bigint
  total_after: bigint
}>('credit_note.edited')
export const creditNoteDropped = defineEvent<Record<string, never>>('credit_note.dropped')
export const statementSuperseded = defineEvent<{ by: string }>('statement.superseded')
export const creditNoteVoided = defineEvent<Record<string, never>>('credit_note.voided')
/** A credit settled an invoice, or no longer does. Minor units. */
export const applicationMade = defineEvent<{ credit_id: string; invoice_id: string; amount: bigint }>(
  'application.made',
)
export const applicationReversed = defineEvent<{
  credit_id: string
  invoice_id: string
  amount: bigint
  reason: string | null
}>('application.reversed')
/** Money came in that is not owed for anything: a person should look. The subject is the payment. */
export const creditReceived = defineEvent<{ amount: bigint; currency: string }>('credit.received')
export const attachmentAdded = defineEvent<{ sha256: string; size: number }>('attachment.added')
export const attachmentDeleted = defineEvent<{ sha256: string }>('attachment.deleted')
/** The company said that it sells under this name too. */
export const sellerAdded = defineEvent<{
  names: readonly string[]
  tax_id: string | null
  addresses: readonly string[]
}>('seller.added')
export const sellerDeleted = defineEvent<{ names: readonly string[]; tax_id: string | null }>(
  'seller.deleted',
)

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
export const invoiceVoided = defineEvent<Record<string, never>>('invoice.voided')
export const invoicePaid = defineEvent<{ payment_id: string | null }>('invoice.paid')
export const invoiceReopened = defineEvent<{ refund_id: string; amount: bigint }>('invoice.reopened')
/** Money came in that is not owed for anything: a person should look. The subject is the payment. */
export const creditReceived = defineEvent<{ amount: bigint; currency: string }>('credit.received')

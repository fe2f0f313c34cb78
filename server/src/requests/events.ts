import { defineEvent } from '../lib/events.ts'

interface SurgeTold {
  declines: number
  requests: number
  addresses: number
  paused_until: string | null
}

export const requestCreated = defineEvent<{ kind: string; total: bigint; currency: string }>(
  'payment_request.created',
)
export const requestSent = defineEvent<{ link_id: string; channel: string }>('payment_request.sent')
export const requestReminded = defineEvent<{ link_id: string; reminders: number }>('payment_request.reminded')
/** The schedule reminded of an invoice, with a payment link or without. `step` is in days after it is due. */
export const invoiceReminded = defineEvent<{
  reminder_id: string
  step: number
  request_id: string | null
  message_id: string
}>('invoice.reminded')
/** The schedule did not remind of an invoice, and why. */
export const invoiceReminderSkipped = defineEvent<{ reminder_id: string; step: number; reason: string }>(
  'invoice.reminder_skipped',
)
/** A reminder was not let go, since what is owed had changed before it left. */
export const invoiceReminderWithdrawn = defineEvent<{
  reminder_id: string
  step: number
  message_id: string
}>('invoice.reminder_withdrawn')
/** The day by which a customer said that they would pay an invoice. */
export const invoicePromised = defineEvent<{ promise_id: string; promised_on: string; note: string | null }>(
  'invoice.promised',
)
export const invoicePromiseWithdrawn = defineEvent<{ promise_id: string; promised_on: string }>(
  'invoice.promise_withdrawn',
)
export const reminderScheduleChanged = defineEvent<{ before: unknown; after: unknown }>(
  'reminder_schedule.changed',
)
/** A customer is reminded on other days than the rest, never, or as the rest again. */
export const reminderRuleChanged = defineEvent<{ before: unknown; after: unknown }>(
  'customer.reminders_changed',
)
/** An invoice that it asks for was edited. */
export const requestUpdated = defineEvent<{ invoice_id: string; replaced_links: boolean }>(
  'payment_request.updated',
)
/** What it says of its links in place of the company's settings; null: as they say. */
export const requestTermsSet = defineEvent<{
  expiry_mode: string | null
  expiry_hours: number | null
  renewal: string | null
  methods: readonly string[] | null
}>('payment_request.terms_set')
export const requestVoided = defineEvent<{ void_invoices: boolean }>('payment_request.voided')
export const requestPaid = defineEvent<{ payment_id: string }>('payment_request.paid')
/** An invoice was sent by e-mail, with or without a payment link, and why (K6). */
export const invoiceEmailed = defineEvent<{
  message_id: string
  automatic: boolean
  payment_link: boolean
  reason: string
}>('invoice.emailed')
/** A statement was sent by e-mail, with or without a payment link, and why (K6). */
export const statementEmailed = defineEvent<{ message_id: string; payment_link: boolean; reason: string }>(
  'statement.emailed',
)
export const scheduleCreated = defineEvent<{
  customer_id: string
  unit: string
  every: number
  starts_on: string
}>('invoice_schedule.created')
export const scheduleChanged = defineEvent<{ state: string; next_on: string | null }>(
  'invoice_schedule.changed',
)
/** What it sells, says or when it ends is another from its next day on. */
export const scheduleEdited = defineEvent<{ revision: number; before: unknown; after: unknown }>(
  'invoice_schedule.edited',
)
export const scheduledInvoiceIssued = defineEvent<{ invoice_id: string; day: string }>(
  'invoice_schedule.issued',
)
/** An automatic invoice is issued and could not be e-mailed: a person sends it, or sees why. */
export const invoiceNotSent = defineEvent<{ code: string }>('invoice.not_sent')
export const linkIssued = defineEvent<{ request_id: string; channel: string }>('payment_link.issued')
export const linkSuperseded = defineEvent<{ request_id: string }>('payment_link.superseded')
export const linkRevoked = defineEvent<{ request_id: string }>('payment_link.revoked')
/** The holder of a link that takes no payment any more asks the company for a new one. */
export const linkWanted = defineEvent<{ request_id: string }>('payment_link.wanted')
/** Unusually many cards were declined within an hour; the counts are of that hour. */
export const declineSurgeStarted = defineEvent<SurgeTold>('decline_surge.started')
/** One that staff have not settled reached the limit once more. */
export const declineSurgeContinued = defineEvent<SurgeTold>('decline_surge.continued')
export const declineSurgeEnded = defineEvent<Record<string, never>>('decline_surge.ended')
export const linkOpened = defineEvent<{ request_id: string; expires_at: string | null }>(
  'payment_link.opened',
)

export const methodRequestSent = defineEvent<{ customer_id: string; email: string }>('method_request.sent')
export const methodRequestCompleted = defineEvent<{ customer_id: string; payment_method_id: string }>(
  'method_request.completed',
)
export const methodRequestRevoked = defineEvent<{ customer_id: string }>('method_request.revoked')
/** A person opened a page on which they enter a card that a customer gives by phone. */
export const phonePageOpened = defineEvent<{
  request_id: string | null
  invoice_ids: readonly string[] | null
  amount: bigint
  currency: string
}>('phone_page.opened')
/** What is tried was entered by a person of the company, for a customer on the phone; `moto`: as such at the processor. */
export const paymentEnteredByPhone = defineEvent<{ phone_page_id: string; moto: boolean }>(
  'payment.entered_by_phone',
)
/** Links or statements go to many customers in one go. */
export const bulkSendStarted = defineEvent<{ kind: string; items: number }>('bulk_send.started')
/** What of it waited still is not sent. */
export const bulkSendCanceled = defineEvent<{ items: number }>('bulk_send.canceled')
/** Nothing of it waits any more. */
export const bulkSendEnded = defineEvent<Record<string, never>>('bulk_send.ended')

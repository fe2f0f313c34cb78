import type { CustomerId } from '../../customers/index.ts'
import { type Db, raw, sql } from '../../lib/db/index.ts'
import type { Id } from '../../lib/ids.ts'
import type { PageRequest } from '../../lib/pagination.ts'
import type { InvoiceId } from '../../receivables/index.ts'
import type { RequestId } from '../requests.queries.ts'
import type { SkipReason } from './decide-reminder.ts'

export type ReminderId = Id<'rmd'>

/** One step of one invoice. Minor units. */
export interface Reminder {
  id: ReminderId
  invoiceId: InvoiceId
  customerId: CustomerId
  /** Days after the invoice is due; below zero: before. */
  step: number
  plannedAt: Date
  state: 'planned' | 'sent' | 'skipped'
  reason: SkipReason | null
  /** What it asked for. */
  open: bigint | null
  recipient: string | null
  requestId: RequestId | null
  messageId: Id<'msg'> | null
  endedAt: Date | null
}

export const REMINDER =
  raw(`id, invoice_id "invoiceId", customer_id "customerId", step, planned_at "plannedAt",
  state, reason, open, recipient, request_id "requestId", message_id "messageId", ended_at "endedAt"`)

export interface ListedReminder extends Reminder {
  number: string
  customerName: string
  currency: string
}

export interface ReminderFilter {
  invoiceId: InvoiceId | undefined
  customerId: CustomerId | undefined
  state: Reminder['state'] | undefined
}

/** A page of reminders, newest first. */
export function listReminders(db: Db, page: PageRequest, filter: ReminderFilter): Promise<ListedReminder[]> {
  const { invoiceId = null, customerId = null, state = null } = filter
  return db.many(sql<ListedReminder>`
    select m.id, m.invoice_id "invoiceId", m.customer_id "customerId", m.step, m.planned_at "plannedAt", m.state,
      m.reason, m.open, m.recipient, m.request_id "requestId", m.message_id "messageId", m.ended_at "endedAt",
      d.number, d.currency, c.name "customerName"
    from requests.reminders m
    join receivables.invoice_debts_view d on d.company_id = m.company_id and d.id = m.invoice_id
    join customers.reached_view c on c.company_id = m.company_id and c.id = m.customer_id
    where m.company_id = ${db.companyId} and (${page.after}::uuid is null or m.id < ${page.after}::uuid)
      and (${invoiceId}::uuid is null or m.invoice_id = ${invoiceId}::uuid)
      and (${customerId}::uuid is null or m.customer_id = ${customerId}::uuid)
      and (${state}::text is null or m.state = ${state}::text)
    order by m.id desc limit ${page.limit + 1}`)
}

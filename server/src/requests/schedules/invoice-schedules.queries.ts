import type { CustomerId } from '../../customers/index.ts'
import { type Db, join, raw, sql, type Tx } from '../../lib/db/index.ts'
import type { Id } from '../../lib/ids.ts'
import type { PageRequest } from '../../lib/pagination.ts'
import type { InvoiceId, InvoiceTerms } from '../../receivables/index.ts'
import type { InvoiceScheduleState } from './invoice-schedule.state.ts'
import type { Rhythm } from './occurrence.ts'

export type InvoiceScheduleId = Id<'sch'>

/** The job that issues what a schedule's day has come for. */
export const ISSUE_SCHEDULED = 'issue_scheduled_invoice'

export interface InvoiceSchedule extends Rhythm {
  id: InvoiceScheduleId
  customerId: CustomerId
  state: InvoiceScheduleState
  currency: string
  terms: Omit<InvoiceTerms, 'currency'>
  orderReference: string | null
  note: string | null
  dueInDays: number | null
  /** How many of its days are over, issued or passed over. */
  passed: number
  nextOn: string | null
  revision: number
  createdAt: Date
}

/** What a day of a schedule came to. */
export interface ScheduledInvoice {
  scheduleId: InvoiceScheduleId
  day: string
  invoiceId: InvoiceId
  /** `sent`, or the code of why not; null until it was tried. */
  outcome: string | null
}

export const SCHEDULE = raw(`id, customer_id "customerId", state, currency, terms,
  order_reference "orderReference", note, due_in_days "dueInDays", unit, every, starts_on::text "startsOn",
  ends_on::text "endsOn", passed, next_on::text "nextOn", revision, created_at "createdAt"`)

export function findSchedule(db: Db, id: InvoiceScheduleId): Promise<InvoiceSchedule | undefined> {
  return db.maybe(sql<InvoiceSchedule>`
    select ${SCHEDULE} from requests.invoice_schedules where company_id = ${db.companyId} and id = ${id}`)
}

export function lockSchedule(tx: Tx, id: InvoiceScheduleId): Promise<InvoiceSchedule | undefined> {
  return tx.maybe(sql<InvoiceSchedule>`
    select ${SCHEDULE} from requests.invoice_schedules where company_id = ${tx.companyId} and id = ${id} for update`)
}

/** A page of schedules, newest first. */
export function listSchedules(
  db: Db,
  page: PageRequest,
  filter: { customerId?: CustomerId; state?: InvoiceScheduleState },
): Promise<InvoiceSchedule[]> {
  const where = [sql`company_id = ${db.companyId}`]
  if (page.after !== undefined) where.push(sql`id < ${page.after}`)
  if (filter.customerId !== undefined) where.push(sql`customer_id = ${filter.customerId}`)
  if (filter.state !== undefined) where.push(sql`state = ${filter.state}`)
  return db.many(sql<InvoiceSchedule>`
    select ${SCHEDULE} from requests.invoice_schedules where ${join(where, ' and ')}
    order by id desc limit ${page.limit + 1}`)
}

/** The newest invoices of a schedule. */
export function listScheduled(db: Db, id: InvoiceScheduleId): Promise<ScheduledInvoice[]> {
  return db.many(sql<ScheduledInvoice>`
    select schedule_id "scheduleId", day::text, id "invoiceId", outcome from requests.scheduled_invoices
    where company_id = ${db.companyId} and schedule_id = ${id} order by day desc limit 100`)
}

export async function saveSchedule(
  tx: Tx,
  { id, state, passed, nextOn }: Pick<InvoiceSchedule, 'id' | 'state' | 'passed' | 'nextOn'>,
): Promise<void> {
  await tx.change(sql`
    update requests.invoice_schedules set state = ${state}, passed = ${passed}, next_on = ${nextOn}::date
    where company_id = ${tx.companyId} and id = ${id}`)
}

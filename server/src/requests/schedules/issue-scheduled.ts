import { ownCompany } from '../../identity/index.ts'
import { system } from '../../lib/actor.ts'
import type { Currency } from '../../lib/currencies.ts'
import { dayOf } from '../../lib/day-of.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { emit } from '../../lib/events.ts'
import type { CompanyId } from '../../lib/ids.ts'
import { createInvoice, type InvoiceId } from '../../receivables/index.ts'
import { scheduledInvoiceIssued } from '../events.ts'
import { type AutomaticServices, sendAutomatic } from '../send-automatic.ts'
import {
  type InvoiceSchedule,
  type InvoiceScheduleId,
  lockSchedule,
  saveSchedule,
} from './invoice-schedules.queries.ts'
import { occurrence } from './occurrence.ts'
import { planNext } from './plan-next.ts'

/**
 * Issues what a schedule's day has come for, and sends it. An invoice is issued once for a day, in one transaction with
 * the plan for the next; it is sent in another, so that one that cannot be sent is there all the same. After an outage
 * the days are made up for one by one, each by its own date.
 */
export async function issueScheduled(
  services: AutomaticServices,
  companyId: CompanyId,
  id: InvoiceScheduleId,
): Promise<void> {
  const { database, clock } = services
  await database.write(companyId, (tx) => issue(tx, clock.now(), id))
  const waiting = await database.read(companyId, (db) =>
    db.many(sql<{ invoiceId: InvoiceId }>`
      select id "invoiceId" from requests.scheduled_invoices
      where company_id = ${companyId} and schedule_id = ${id} and outcome is null order by day`),
  )
  for (const { invoiceId } of waiting)
    await sendAutomatic(services, companyId, invoiceId, (tx, outcome) => claim(tx, invoiceId, outcome))
}

async function issue(tx: Tx, now: Date, id: InvoiceScheduleId): Promise<void> {
  const schedule = await lockSchedule(tx, id)
  const company = await ownCompany(tx)
  const day = schedule?.nextOn ?? null
  if (schedule?.state !== 'active' || day === null || day > dayOf(now, company.timeZone)) return
  await issueFor(tx, now, schedule, day)
  const passed = schedule.passed + 1
  const nextOn = occurrence(schedule, passed) ?? null
  const after = { ...schedule, passed, nextOn, state: nextOn === null ? ('ended' as const) : schedule.state }
  await saveSchedule(tx, after)
  await planNext(tx, after, company.timeZone)
}

async function issueFor(tx: Tx, now: Date, schedule: InvoiceSchedule, day: string): Promise<void> {
  const { id, customerId, currency, terms, orderReference, note, dueInDays } = schedule
  const invoice = await createInvoice(tx, system, now, {
    customerId,
    currency: currency as Currency,
    issuedOn: day,
    dueOn: dueInDays === null ? null : later(day, dueInDays),
    orderReference,
    note,
    ...terms,
  })
  await tx.change(sql`
    insert into requests.scheduled_invoices (company_id, id, schedule_id, day)
    values (${tx.companyId}, ${invoice.id}, ${id}, ${day}::date)`)
  await emit(tx, system, scheduledInvoiceIssued, id, { invoice_id: invoice.id, day })
}

/** Whether it was still to be sent, which it is no more. */
async function claim(tx: Tx, invoiceId: InvoiceId, outcome: string): Promise<boolean> {
  const changed = await tx.change(
    sql`
      update requests.scheduled_invoices set outcome = ${outcome}
      where company_id = ${tx.companyId} and id = ${invoiceId} and outcome is null`,
    undefined,
  )
  return changed === 1
}

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

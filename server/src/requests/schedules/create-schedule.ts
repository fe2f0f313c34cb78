import { type CustomerId, findCustomer } from '../../customers/index.ts'
import type { Company } from '../../identity/index.ts'
import type { Actor } from '../../lib/actor.ts'
import type { Currency } from '../../lib/currencies.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { newId } from '../../lib/ids.ts'
import { type InvoiceTerms, priceInvoice } from '../../receivables/index.ts'
import { scheduleCreated } from '../events.ts'
import { type InvoiceSchedule, SCHEDULE } from './invoice-schedules.queries.ts'
import { occurrence, type Rhythm } from './occurrence.ts'
import { planNext } from './plan-next.ts'

export interface ScheduleOrder extends Rhythm {
  customerId: CustomerId
  currency: Currency
  terms: Omit<InvoiceTerms, 'currency'>
  orderReference: string | null
  note: string | null
  dueInDays: number | null
}

/** from its first day on, an invoice with these terms is issued and sent by itself on each of its days. */
export async function createSchedule(
  tx: Tx,
  actor: Actor,
  now: Date,
  { company, today, order }: { company: Company; today: string; order: ScheduleOrder },
): Promise<InvoiceSchedule> {
  if (order.startsOn < today)
    throw new InvalidRequest(
      'A schedule begins today or later; issue what is older by hand. Nothing was created.',
      { field: 'starts_on' },
    )
  if (order.endsOn !== null && order.endsOn < order.startsOn)
    throw new InvalidRequest('A schedule ends after it begins. Nothing was created.', { field: 'ends_on' })
  if ((await findCustomer(tx, order.customerId)) === undefined) throw new NotFound('customer')
  // What would be refused on each day is refused now.
  priceInvoice({ currency: order.currency, ...order.terms })
  const { unit, every, startsOn, endsOn } = order
  const schedule = await tx.one(sql<InvoiceSchedule>`
    insert into requests.invoice_schedules (company_id, id, customer_id, state, currency, terms, order_reference, note,
      due_in_days, unit, every, starts_on, ends_on, next_on, created_at)
    values (${tx.companyId}, ${newId<'sch'>()}, ${order.customerId}, 'active', ${order.currency},
      ${JSON.stringify(order.terms)}, ${order.orderReference}, ${order.note}, ${order.dueInDays}, ${unit}, ${every},
      ${startsOn}::date, ${endsOn}::date, ${occurrence(order, 0) ?? startsOn}::date, ${now})
    returning ${SCHEDULE}`)
  await Promise.all([
    planNext(tx, schedule, company.timeZone),
    emit(tx, actor, scheduleCreated, schedule.id, {
      customer_id: schedule.customerId,
      unit,
      every,
      starts_on: startsOn,
    }),
  ])
  return schedule
}

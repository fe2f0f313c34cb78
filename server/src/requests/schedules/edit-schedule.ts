import type { Company } from '../../identity/index.ts'
import type { Actor } from '../../lib/actor.ts'
import type { Currency } from '../../lib/currencies.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { next } from '../../lib/state.ts'
import { priceInvoice } from '../../receivables/index.ts'
import { ScheduleRevised } from '../errors.ts'
import { scheduleEdited } from '../events.ts'
import { invoiceScheduleStates } from './invoice-schedule.state.ts'
import {
  type InvoiceSchedule,
  type InvoiceScheduleId,
  lockSchedule,
  SCHEDULE,
} from './invoice-schedules.queries.ts'
import { occurrence } from './occurrence.ts'
import { planNext } from './plan-next.ts'

type Editable = Pick<InvoiceSchedule, 'terms' | 'orderReference' | 'note' | 'dueInDays' | 'endsOn'>

/** What is left out stays as it is. */
export type ScheduleEdit = { [Field in keyof Editable]: Editable[Field] | undefined }

/**
 * Changes what is issued from its next day on, and which day is its last; what was issued stays. Its days stay too, so
 * that none is issued twice: for others it is ended, and another begun.
 */
export async function editSchedule(
  tx: Tx,
  actor: Actor,
  {
    company,
    id,
    revision,
    edit,
  }: { company: Company; id: InvoiceScheduleId; revision: number; edit: ScheduleEdit },
): Promise<InvoiceSchedule> {
  const before = await lockSchedule(tx, id)
  if (before === undefined) throw new NotFound('invoice schedule')
  next('invoice schedule', invoiceScheduleStates, before.state, 'edit')
  if (revision !== before.revision)
    throw new ScheduleRevised(
      'This automatic invoice was changed by someone else meanwhile. Nothing was changed; look at it as it is now.',
      { field: 'revision', details: { revision: before.revision } },
    )
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined))
  const after: InvoiceSchedule = { ...before, ...given, revision: before.revision + 1 }
  const nextOn = occurrence(after, after.passed)
  if (nextOn === undefined)
    throw new InvalidRequest(
      'Its next day lies after this last day, so nothing more would be issued. Nothing was changed; end it, or choose a later day.',
      { field: 'ends_on' },
    )
  // What would be refused on each day is refused now.
  priceInvoice({ currency: after.currency as Currency, ...after.terms })
  const [edited] = await Promise.all([
    tx.one(sql<InvoiceSchedule>`
      update requests.invoice_schedules set terms = ${JSON.stringify(after.terms)},
        order_reference = ${after.orderReference}, note = ${after.note}, due_in_days = ${after.dueInDays},
        ends_on = ${after.endsOn}::date, next_on = ${nextOn}::date, revision = ${after.revision}
      where company_id = ${tx.companyId} and id = ${id} and revision = ${before.revision} returning ${SCHEDULE}`),
    planNext(tx, { ...after, nextOn }, company.timeZone),
    emit(tx, actor, scheduleEdited, id, {
      revision: after.revision,
      before: told(before),
      after: told(after),
    }),
  ])
  return edited
}

function told({ terms, orderReference, note, dueInDays, endsOn }: InvoiceSchedule) {
  return { terms, order_reference: orderReference, note, due_in_days: dueInDays, ends_on: endsOn }
}

import type { Company } from '../../identity/index.ts'
import type { Actor } from '../../lib/actor.ts'
import type { Tx } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { next } from '../../lib/state.ts'
import { scheduleChanged } from '../events.ts'
import { type InvoiceScheduleEvent, invoiceScheduleStates } from './invoice-schedule.state.ts'
import {
  type InvoiceSchedule,
  type InvoiceScheduleId,
  lockSchedule,
  saveSchedule,
} from './invoice-schedules.queries.ts'
import { occurrence, passedBefore } from './occurrence.ts'
import { planNext } from './plan-next.ts'

/** Pauses, resumes or ends a schedule. Days that went by while it was paused are not made up for. */
export async function changeSchedule(
  tx: Tx,
  actor: Actor,
  {
    company,
    today,
    id,
    event,
  }: { company: Company; today: string; id: InvoiceScheduleId; event: Exclude<InvoiceScheduleEvent, 'edit'> },
): Promise<InvoiceSchedule> {
  const schedule = await lockSchedule(tx, id)
  if (schedule === undefined) throw new NotFound('invoice schedule')
  const state = next('invoice schedule', invoiceScheduleStates, schedule.state, event)
  const passed =
    event === 'resume' ? Math.max(schedule.passed, passedBefore(schedule, today)) : schedule.passed
  const nextOn = state === 'ended' ? undefined : occurrence(schedule, passed)
  const after: InvoiceSchedule = {
    ...schedule,
    // One whose last day went by while it was paused has ended.
    state: nextOn === undefined ? 'ended' : state,
    passed,
    nextOn: nextOn ?? null,
  }
  await saveSchedule(tx, after)
  await Promise.all([
    planNext(tx, after, company.timeZone),
    emit(tx, actor, scheduleChanged, id, { state: after.state, next_on: after.nextOn }),
  ])
  return after
}

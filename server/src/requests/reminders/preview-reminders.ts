import type { CustomerId } from '../../customers/index.ts'
import { ownCompany } from '../../identity/index.ts'
import type { Db } from '../../lib/db/index.ts'
import { InvalidRequest } from '../../lib/errors.ts'
import { listSuppressed } from '../../messaging/index.ts'
import { checkSchedule } from './change-schedule.ts'
import { type Debt, listDebts } from './debts.queries.ts'
import { isFinal, reasonToSkip, type SkipReason } from './decide-reminder.ts'
import { dayAfter, type WallTime, wallTimeOf } from './local-time.ts'
import { together } from './mail-together.ts'
import { placeOf, scheduleFor } from './schedules.queries.ts'
import { factsOf } from './send-reminders.ts'
import { nextStep, type Place, ripeSteps, type Schedule, stepsOf } from './steps.ts'

/** What would become of one step of one invoice. */
export interface Foreseen {
  debt: Debt
  offset: number
  at: Date
  wall: WallTime
  timeZone: string
  reason: SkipReason | undefined
  /** Those that go out in one mail have one number; null: not sent. */
  mail: number | null
}

const MOST_DAYS = 92
/** Simulated at once; a larger company looks at a customer, or at fewer days. */
const MOST_INVOICES = 2_000
/** A weekend, holidays and a night: a step comes at most so many days after the day it is for. */
const MOVED_DAYS = 10

export interface PreviewOrder {
  schedule: Schedule
  from: string
  to: string
  customerId: CustomerId | undefined
}

/**
 * Who would get what and when by a schedule that is not in force, and why not, as things stand now: with the functions
 * that plan, ask and put together what is sent. Nothing is changed.
 */
export async function previewReminders(
  db: Db,
  now: Date,
  order: PreviewOrder,
): Promise<{ rows: Foreseen[]; isWhole: boolean }> {
  const { from, to, customerId } = order
  checkSchedule(order.schedule)
  if (from > to || dayAfter(from, MOST_DAYS) < to) {
    throw new InvalidRequest(`A preview is of at most ${MOST_DAYS} days, the last not before the first.`, {
      field: 'to',
    })
  }
  // What would be is asked as if it were switched on.
  const schedule = { ...order.schedule, enabled: true }
  const company = await ownCompany(db)
  // A customer's own days may be any.
  const due = { from: dayAfter(from, -365 - MOVED_DAYS), to: dayAfter(to, 60 + MOVED_DAYS) }
  const debts = await listDebts(db, undefined, MOST_INVOICES + 1, { customerId, due })
  const shown = debts.slice(0, MOST_INVOICES)
  const suppressed = await listSuppressed(
    db,
    shown.flatMap(({ recipient }) => recipient ?? []),
    'payment_reminder',
  )
  const rows = shown.flatMap((debt) =>
    foresee(debt, scheduleFor(schedule, debt), placeOf(company, debt), now, suppressed),
  )
  const within = rows.filter(({ wall }) => wall.day >= from && wall.day <= to)
  const mails = together(
    within.filter(({ reason }) => reason === undefined),
    (row) => row,
  )
  mails.forEach((mail, index) => {
    for (const row of mail) row.mail = index + 1
  })
  return {
    rows: within.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.debt.number < b.debt.number ? -1 : 1)),
    isWhole: debts.length <= MOST_INVOICES,
  }
}

/** Goes from step to step, as the planning does, until nothing more would be planned. */
function foresee(
  debt: Debt,
  schedule: Schedule,
  place: Place,
  now: Date,
  suppressed: ReadonlySet<string>,
): Foreseen[] {
  const steps = stepsOf(debt.dueOn, schedule, place, debt.promisedOn)
  const rows: Foreseen[] = []
  const add = (offset: number, at: Date, reason: SkipReason | undefined) =>
    rows.push({
      debt,
      offset,
      at,
      wall: wallTimeOf(at, place.timeZone),
      timeZone: place.timeZone,
      reason,
      mail: null,
    })
  let { sent, remindedAt } = debt
  for (let next = nextStep(steps, now); next !== undefined; ) {
    const { at } = next
    const { newest = next, overtaken } = ripeSteps(steps, next.offset, at)
    for (const { offset, waits } of overtaken) add(offset, at, waits ? 'promised' : 'overtaken')
    const facts = factsOf({ ...debt, sent, remindedAt }, schedule, { now: at, suppressed, place })
    const reason = reasonToSkip(facts)
    add(newest.offset, at, reason)
    if (isFinal(reason)) break
    if (reason === undefined) [sent, remindedAt] = [sent + 1, at]
    next = nextStep(steps, at)
  }
  return rows
}

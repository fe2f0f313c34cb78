import { ownCompany } from '../../identity/index.ts'
import { system } from '../../lib/actor.ts'
import type { BusinessClock } from '../../lib/clock.ts'
import { type Database, sql, type Tx } from '../../lib/db/index.ts'
import { setDues } from '../../lib/due.ts'
import { emit } from '../../lib/events.ts'
import { type CompanyId, newId } from '../../lib/ids.ts'
import { listSuppressed } from '../../messaging/index.ts'
import { holdPayables, type InvoiceId } from '../../receivables/index.ts'
import { invoiceReminderSkipped } from '../events.ts'
import { type Debt, findDebts } from './debts.queries.ts'
import { isFinal, reasonToSkip, type SkipReason } from './decide-reminder.ts'
import { wallTimeOf } from './local-time.ts'
import { lockReminding } from './lock-reminding.ts'
import { mailTogether, type Ripe } from './mail-together.ts'
import { SEND_REMINDERS, writePlanned } from './plan-reminders.ts'
import { REMINDER, type Reminder } from './reminders.queries.ts'
import { findSchedule, placeOf, scheduleFor } from './schedules.queries.ts'
import { allowedFrom, nextStep, type Place, ripeSteps, type Schedule, type Step, stepsOf } from './steps.ts'

/**
 * The time of an invoice's reminder has come. All of its customer's whose time has come are asked again, under lock,
 * and sent together or skipped with why; the next of each is planned. A second call finds nothing left to do.
 */
export async function sendReminders(
  { database, clock, linkKey }: { database: Database; clock: BusinessClock; linkKey: Buffer },
  companyId: CompanyId,
  invoiceId: InvoiceId,
): Promise<void> {
  await database.write(companyId, async (tx) => {
    const now = clock.now()
    const reminders = await lockRipe(tx, now, invoiceId)
    if (reminders.length === 0) return
    const ids = reminders.map((reminder) => reminder.invoiceId)
    await lockRequestsOf(tx, ids)
    await holdPayables(tx, ids)
    const [company, schedule, debts] = await Promise.all([
      ownCompany(tx),
      findSchedule(tx),
      findDebts(tx, ids),
    ])
    const suppressed = await listSuppressed(
      tx,
      debts.flatMap(({ recipient }) => recipient ?? []),
      'payment_reminder',
    )
    const byId = new Map(debts.map((debt) => [debt.id, debt]))
    const toSend: Ripe[] = []
    const goOn: Next[] = []
    for (const reminder of reminders) {
      const debt = byId.get(reminder.invoiceId)
      if (debt === undefined) {
        await forget(tx, reminder)
        continue
      }
      const next = { debt, own: scheduleFor(schedule, debt), place: placeOf(company, debt) }
      const ripe = await ripen(tx, now, { reminder, ...next })
      if (ripe === undefined) continue
      const reason = reasonToSkip(factsOf(debt, next.own, { now, suppressed, place: next.place }))
      if (reason === undefined) toSend.push(ripe)
      else await skip(tx, now, ripe, reason)
      if (!isFinal(reason)) goOn.push({ ...next, sent: debt.sent + (reason === undefined ? 1 : 0) })
    }
    await mailTogether(tx, now, { linkKey, company, ripe: toSend })
    await planNext(tx, now, goOn)
  })
}

/** What is asked of an invoice at a time, by what is known of it now. */
export function factsOf(
  debt: Debt,
  schedule: Schedule,
  { now, suppressed, place }: { now: Date; suppressed: ReadonlySet<string>; place: Place },
) {
  const day = (at: Date) => wallTimeOf(at, place.timeZone).day
  return {
    enabled: schedule.enabled,
    excluded: debt.mode === 'off',
    state: debt.state,
    open: debt.open,
    inFlight: debt.inFlight,
    disputed: debt.disputed,
    remindedToday: debt.remindedAt !== null && day(debt.remindedAt) === day(now),
    sent: debt.sent,
    most: schedule.most,
    recipient: debt.recipient,
    suppressed: debt.recipient !== null && suppressed.has(debt.recipient.toLowerCase()),
  }
}

/** Two jobs of one customer come one after the other, so that what belongs together goes out together, once. */
async function lockRipe(tx: Tx, now: Date, invoiceId: InvoiceId): Promise<Reminder[]> {
  const [asked] = await tx.many(sql<Pick<Reminder, 'customerId'>>`
    select customer_id "customerId" from requests.reminders
    where company_id = ${tx.companyId} and invoice_id = ${invoiceId} and state = 'planned'`)
  if (asked === undefined) return []
  await lockReminding(tx, asked.customerId)
  return tx.many(sql<Reminder>`
    select ${REMINDER} from requests.reminders
    where company_id = ${tx.companyId} and customer_id = ${asked.customerId} and state = 'planned'
      and planned_at <= ${now}
    order by invoice_id for update`)
}

/** As whoever pays or sends: requests first, then what they ask for, each in id order. */
async function lockRequestsOf(tx: Tx, ids: readonly InvoiceId[]): Promise<void> {
  await tx.many(sql`
    select id from requests.requests
    where company_id = ${tx.companyId} and state <> 'voided' and settled_at is null and id in (
      select request_id from requests.items where company_id = ${tx.companyId} and payable_id = any(${ids}))
    order by id for update`)
}

interface Next {
  debt: Debt
  /** The schedule as it is for its customer. */
  own: Schedule
  place: Place
  /** How many reminders of it went out, with the one that goes out now. */
  sent: number
}

type Asked = Omit<Next, 'sent'> & { reminder: Reminder }

/**
 * The newest step that has come: those before it are overtaken. Undefined where none has, since the schedule, a promise
 * or the hour says later by now; then it is planned for that.
 */
async function ripen(tx: Tx, now: Date, { reminder, debt, own, place }: Asked): Promise<Ripe | undefined> {
  const steps = stepsOf(debt.dueOn, own, place, debt.promisedOn)
  const { newest, overtaken } = ripeSteps(steps, reminder.step, now)
  // What has stopped for good is skipped right away, whatever the hour.
  const step = newest ?? { offset: reminder.step, at: now, waits: false }
  if (!own.enabled || debt.mode === 'off') return { reminder, debt, step }
  const allowed = allowedFrom(now, own, place)
  const later =
    newest === undefined
      ? steps.find(({ offset }) => offset >= reminder.step)
      : allowed > now
        ? { ...newest, offset: reminder.step, at: allowed }
        : undefined
  if (later !== undefined) {
    await moveTo(tx, reminder, later)
    return undefined
  }
  if (newest === undefined) {
    await forget(tx, reminder)
    return undefined
  }
  for (const { offset, at, waits } of overtaken) {
    await writeSkipped(
      tx,
      now,
      { ...reminder, step: offset, plannedAt: at },
      waits ? 'promised' : 'overtaken',
    )
  }
  return { reminder, debt, step: newest }
}

async function moveTo(tx: Tx, { id, invoiceId }: Reminder, { offset, at }: Step): Promise<void> {
  await tx.change(sql`
    update requests.reminders set step = ${offset}, planned_at = ${at}
    where company_id = ${tx.companyId} and id = ${id} and state = 'planned'`)
  await setDues(tx, SEND_REMINDERS, [{ id: invoiceId, at }])
}

async function forget(tx: Tx, { id }: Reminder): Promise<void> {
  await tx.change(sql`
    delete from requests.reminders where company_id = ${tx.companyId} and id = ${id} and state = 'planned'`)
}

async function skip(tx: Tx, now: Date, { reminder, step }: Ripe, reason: SkipReason): Promise<void> {
  await tx.change(sql`
    update requests.reminders set state = 'skipped', step = ${step.offset}, reason = ${reason}, ended_at = ${now}
    where company_id = ${tx.companyId} and id = ${reminder.id} and state = 'planned'`)
  await emit(tx, system, invoiceReminderSkipped, reminder.invoiceId, {
    reminder_id: reminder.id,
    step: step.offset,
    reason,
  })
}

/** A step that never had a row planned, since an earlier one waited. */
async function writeSkipped(tx: Tx, now: Date, of: Reminder, reason: SkipReason): Promise<void> {
  const id = newId<'rmd'>()
  await tx.change(sql`
    insert into requests.reminders (company_id, id, invoice_id, customer_id, step, planned_at, state, reason, ended_at)
    values (${tx.companyId}, ${id}, ${of.invoiceId}, ${of.customerId}, ${of.step}, ${of.plannedAt}, 'skipped',
      ${reason}, ${now})`)
  await emit(tx, system, invoiceReminderSkipped, of.invoiceId, { reminder_id: id, step: of.step, reason })
}

async function planNext(tx: Tx, now: Date, ofThese: readonly Next[]): Promise<void> {
  const planned = ofThese.flatMap(({ debt, own, place, sent }) => {
    const step = nextStep(stepsOf(debt.dueOn, own, place, debt.promisedOn), now)
    return step === undefined || sent >= own.most ? [] : [{ debt, step }]
  })
  await writePlanned(tx, now, planned)
}

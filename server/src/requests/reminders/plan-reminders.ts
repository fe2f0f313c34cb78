import type { CustomerId } from '../../customers/index.ts'
import { ownCompany } from '../../identity/index.ts'
import type { BusinessClock } from '../../lib/clock.ts'
import { type Database, sql, type Tx } from '../../lib/db/index.ts'
import { setDues } from '../../lib/due.ts'
import { type CompanyId, newId } from '../../lib/ids.ts'
import { enqueue } from '../../lib/outbox.ts'
import type { InvoiceId } from '../../receivables/index.ts'
import { type Debt, type DebtCursor, findDebts, listDebts } from './debts.queries.ts'
import { findSchedule, placeOf, scheduleFor } from './schedules.queries.ts'
import { nextStep, type Schedule, type Step, stepsOf } from './steps.ts'

/** The job that plans the next reminder of an invoice, or of all of a company or a customer, page by page. */
export const PLAN_REMINDERS = 'plan_reminders'
/** The due row of an invoice whose planned reminder has come. */
export const SEND_REMINDERS = 'send_reminders'

/** Invoices that are planned in one transaction. */
const PAGE = 500

export interface PlanPayload {
  company_id: CompanyId
  invoice_id?: InvoiceId
  customer_id?: CustomerId
  after_day?: string
  after_id?: string
}

/** Has the reminders of all open invoices planned anew, or of one customer's: by a job, in pages. */
export function replan(tx: Tx, customerId?: CustomerId): void {
  enqueue(tx, PLAN_REMINDERS, customerId === undefined ? {} : { customer_id: customerId })
}

/** Does one page and asks for the next; each is a transaction of its own, so nobody waits for a million of them. */
export async function planPage(
  { database, clock }: { database: Database; clock: BusinessClock },
  payload: PlanPayload,
): Promise<void> {
  const { company_id, invoice_id, customer_id, after_day, after_id } = payload
  await database.write(company_id, async (tx) => {
    const now = clock.now()
    if (invoice_id !== undefined) return planReminders(tx, now, [invoice_id])
    const after: DebtCursor | undefined =
      after_day === undefined || after_id === undefined ? undefined : { dueOn: after_day, id: after_id }
    const debts = await listDebts(tx, after, PAGE, { customerId: customer_id })
    await plan(tx, now, debts)
    const last = debts.at(-1)
    if (debts.length < PAGE || last === undefined) return
    enqueue(tx, PLAN_REMINDERS, {
      ...(customer_id && { customer_id }),
      after_day: last.dueOn,
      after_id: last.id,
    })
  })
}

/** Plans the next reminder of each of these invoices from now on; what is not to be reminded of has none. */
export async function planReminders(tx: Tx, now: Date, ids: readonly InvoiceId[]): Promise<void> {
  await plan(tx, now, await findDebts(tx, ids), ids)
}

interface Planned {
  debt: Debt
  step: Step
}

/** A reminder whose time has come already is left to be sent or skipped. */
async function plan(
  tx: Tx,
  now: Date,
  debts: readonly Debt[],
  ids: readonly InvoiceId[] = debts.map(({ id }) => id),
): Promise<void> {
  const [schedule, company] = await Promise.all([findSchedule(tx), ownCompany(tx)])
  const planned = debts.flatMap((debt): Planned[] => {
    const step = isReminded(schedule, debt)
      ? nextStep(
          stepsOf(debt.dueOn, scheduleFor(schedule, debt), placeOf(company, debt), debt.promisedOn),
          now,
        )
      : undefined
    return step === undefined ? [] : [{ debt, step }]
  })
  await tx.change(
    sql`
    delete from requests.reminders
    where company_id = ${tx.companyId} and invoice_id = any(${ids}) and state = 'planned'
      and planned_at > ${now} and invoice_id <> all(${planned.map(({ debt }) => debt.id)})`,
    undefined,
  )
  await writePlanned(tx, now, planned)
}

/** What is paid, given up or never to be reminded of has nothing planned; what else may change is asked when it is sent. */
function isReminded({ enabled }: Schedule, { mode, state, open }: Debt): boolean {
  return enabled && mode !== 'off' && state === 'open' && open > 0n
}

/** Writes the next step of each, in place of one that was planned for later than now. */
export async function writePlanned(tx: Tx, now: Date, planned: readonly Planned[]): Promise<void> {
  if (planned.length === 0) return
  const set = await tx.many(sql<{ id: string; at: Date }>`
    insert into requests.reminders as m (company_id, id, invoice_id, customer_id, step, planned_at, state)
    select ${tx.companyId}, n.id, n.invoice_id, n.customer_id, n.step, n.at, 'planned'
    from unnest(${planned.map(() => newId())}::uuid[], ${planned.map(({ debt }) => debt.id)}::uuid[],
      ${planned.map(({ debt }) => debt.customerId)}::uuid[], ${planned.map(({ step }) => step.offset)}::int[],
      ${planned.map(({ step }) => step.at)}::timestamptz[]) n(id, invoice_id, customer_id, step, at)
    on conflict (company_id, invoice_id) where state = 'planned'
      do update set step = excluded.step, planned_at = excluded.planned_at where m.planned_at > ${now}
    returning invoice_id id, planned_at at`)
  await setDues(tx, SEND_REMINDERS, set)
}

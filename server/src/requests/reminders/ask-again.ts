import { type Database, sql, type Tx } from '../../lib/db/index.ts'
import { setDues } from '../../lib/due.ts'
import type { PastEvent } from '../../lib/events.ts'
import type { CompanyId } from '../../lib/ids.ts'
import { listReserved, type PayableId } from '../../receivables/index.ts'
import { lockReminding } from './lock-reminding.ts'
import { SEND_REMINDERS } from './plan-reminders.ts'
import { REMINDER, type Reminder } from './reminders.queries.ts'
import { findSchedule } from './schedules.queries.ts'

/**
 * What was being paid was not reminded of; that payment came to nothing, so the newest step that was left out for it is
 * asked again, as any other is. A second call finds it asked already. Heard once the failure is committed: until then
 * whoever reminds waits for the payable, or was here first.
 */
export async function remindAfterFailure(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  const { asked, enabled } = await database.read(companyId, async (db) => {
    const [schedule, held] = await Promise.all([findSchedule(db), listReserved(db, event.subjectId)])
    return { enabled: schedule.enabled, asked: held }
  })
  if (!enabled || asked.length === 0) return
  await database.write(companyId, (tx) => askAgain(tx, asked))
}

async function askAgain(tx: Tx, ids: readonly PayableId[]): Promise<void> {
  const customers = await tx.many(sql<Pick<Reminder, 'customerId'>>`
    select distinct customer_id "customerId" from requests.reminders
    where company_id = ${tx.companyId} and invoice_id = any(${ids}) and reason = 'being_paid' order by 1`)
  for (const { customerId } of customers) await lockReminding(tx, customerId)
  const left = (await newestEnded(tx, ids)).filter(({ reason }) => reason === 'being_paid')
  if (left.length === 0) return
  await tx.change(
    sql`
    delete from requests.reminders
    where company_id = ${tx.companyId} and invoice_id = any(${left.map(({ invoiceId }) => invoiceId)})
      and state = 'planned'`,
    undefined,
  )
  await tx.change(
    sql`
    update requests.reminders set state = 'planned', reason = null, ended_at = null
    where company_id = ${tx.companyId} and id = any(${left.map(({ id }) => id)}) and state = 'skipped'`,
    left.length,
  )
  await setDues(
    tx,
    SEND_REMINDERS,
    left.map(({ invoiceId, plannedAt }) => ({ id: invoiceId, at: plannedAt })),
  )
}

/** The step of each invoice that ended last; of those that ended together, the latest. */
function newestEnded(tx: Tx, ids: readonly PayableId[]): Promise<Reminder[]> {
  return tx.many(sql<Reminder>`
    select distinct on (invoice_id) ${REMINDER} from requests.reminders
    where company_id = ${tx.companyId} and invoice_id = any(${ids}) and state <> 'planned'
    order by invoice_id, ended_at desc, step desc`)
}

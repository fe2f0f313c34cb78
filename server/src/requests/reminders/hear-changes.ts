import type { CustomerId } from '../../customers/index.ts'
import type { Database, Tx } from '../../lib/db/index.ts'
import type { PastEvent } from '../../lib/events.ts'
import type { CompanyId } from '../../lib/ids.ts'
import { enqueue } from '../../lib/outbox.ts'
import { PLAN_REMINDERS, replan } from './plan-reminders.ts'
import { findSchedule } from './schedules.queries.ts'

/** What is owed on an invoice, or until when, may be another: hears it once that is committed. */
export async function planInvoice(database: Database, companyId: CompanyId, event: PastEvent): Promise<void> {
  await whereEnabled(database, companyId, (tx) =>
    enqueue(tx, PLAN_REMINDERS, { invoice_id: event.subjectId }),
  )
}

/** A customer may live in another zone by now, or have an address. */
export async function planCustomer(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  await whereEnabled(database, companyId, (tx) => replan(tx, event.subjectId as CustomerId))
}

/** The company may be in another zone by now. */
export async function planCompany(database: Database, companyId: CompanyId): Promise<void> {
  await whereEnabled(database, companyId, (tx) => replan(tx))
}

async function whereEnabled(database: Database, companyId: CompanyId, work: (tx: Tx) => void): Promise<void> {
  const { enabled } = await database.read(companyId, findSchedule)
  if (enabled) await database.write(companyId, async (tx) => work(tx))
}

import type { Tx } from '../../lib/db/index.ts'
import { sql } from '../../lib/db/index.ts'
import { clearDue, setDue } from '../../lib/due.ts'
import { type InvoiceSchedule, ISSUE_SCHEDULED } from './invoice-schedules.queries.ts'

/** Automatic invoices are issued at six in the morning of the company. */
const HOUR = 6

/** Asks for the job on a schedule's next day, or for none. */
export async function planNext(
  tx: Tx,
  { id, state, nextOn }: Pick<InvoiceSchedule, 'id' | 'state' | 'nextOn'>,
  timeZone: string,
): Promise<void> {
  if (state !== 'active' || nextOn === null) return clearDue(tx, ISSUE_SCHEDULED, id)
  const { at } = await tx.one(sql<{ at: Date }>`
    select (${nextOn}::date + make_interval(hours => ${HOUR})) at time zone ${timeZone} at`)
  await setDue(tx, ISSUE_SCHEDULED, id, at)
}

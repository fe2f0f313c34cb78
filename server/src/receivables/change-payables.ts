import { sql, type Tx } from '../lib/db/index.ts'
import { type Change, changed } from '../lib/events.ts'
import type { PayableId } from './payables.queries.ts'

/** What is added to a payable; minor units, negative to take away. */
export interface PayableChange {
  id: PayableId
  /** Where the document itself was corrected. */
  due?: bigint
  settled?: bigint
  inFlight?: bigint
  refunded?: bigint
  /** Of what was refunded, what takes a sale back. */
  reduced?: bigint
  voided?: bigint
}

/** Sums of payables were changed. */
export const payablesChanged: Change<readonly PayableId[]> = { name: 'payables' }

/**
 * The one writer of what a payable is due, settled, in flight, refunded, reduced and voided. The caller holds the rows'
 * locks; the table's checks refuse what would make one negative or settle more than is due.
 */
export async function changePayables(tx: Tx, changes: readonly PayableChange[]): Promise<void> {
  if (changes.length === 0) return
  await tx.change(
    sql`
    update receivables.payables p set due = p.due + c.due, settled = p.settled + c.settled, in_flight = p.in_flight + c.in_flight,
      refunded = p.refunded + c.refunded, reduced = p.reduced + c.reduced, voided = p.voided + c.voided
    from unnest(${changes.map(({ id }) => id)}::uuid[], ${column(changes, 'due')}::bigint[], ${column(changes, 'settled')}::bigint[],
      ${column(changes, 'inFlight')}::bigint[], ${column(changes, 'refunded')}::bigint[],
      ${column(changes, 'reduced')}::bigint[], ${column(changes, 'voided')}::bigint[])
      c(id, due, settled, in_flight, refunded, reduced, voided)
    where p.company_id = ${tx.companyId} and p.id = c.id`,
    changes.length,
  )
  changed(
    tx,
    payablesChanged,
    changes.map(({ id }) => id),
  )
}

function column(
  changes: readonly PayableChange[],
  name: 'due' | 'settled' | 'inFlight' | 'refunded' | 'reduced' | 'voided',
): bigint[] {
  return changes.map((change) => change[name] ?? 0n)
}

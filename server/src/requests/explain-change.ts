import { type Db, sql } from '../lib/db/index.ts'
import { findSettledBy, listLatestSettlements, type SettledBy } from '../receivables/index.ts'
import { listPayableIds, type RequestId } from './requests.queries.ts'

/** Why a page asks for another amount than before. Amounts are positive minor units. */
export type AmountCause =
  | { kind: 'credit_applied' | 'credit_taken_back' | 'payment_received' | 'payment_returned'; amount: bigint }
  | { kind: 'invoice_edited'; number: string }

/** One step of what moved the open amount: an application, its undoing, or an edit. Minor units. */
interface Step {
  id: string
  change: bigint
  cause: 'credit' | 'payment' | { edited: string }
}

/**
 * What moved the open amount of a request from `shown` to `open`: the fewest of its latest steps that come to just
 * that. Empty where none do, as when one of several invoices was voided: then no cause is named rather than a wrong one.
 */
export async function explainChange(
  db: Db,
  requestId: RequestId,
  { shown, open }: { shown: bigint; open: bigint },
): Promise<AmountCause[]> {
  if (shown === open) return []
  const [settlements, edits] = await Promise.all([
    listPayableIds(db, requestId).then((ids) => listLatestSettlements(db, ids)),
    listEdits(db, requestId),
  ])
  const steps: Step[] = settlements.map(({ id, sourceType, amount }) => ({
    id,
    change: -amount,
    cause: sourceType === 'credit' ? 'credit' : 'payment',
  }))
  steps.push(...edits)
  steps.sort((one, other) => (one.id < other.id ? 1 : -1))
  let change = 0n
  for (const [index, step] of steps.entries()) {
    change += step.change
    if (change === open - shown) return causesOf(steps.slice(0, index + 1))
  }
  return []
}

/** What settles a request's debts by now, by where it came from. */
export async function settledBy(db: Db, requestId: RequestId): Promise<SettledBy> {
  return findSettledBy(db, await listPayableIds(db, requestId))
}

async function listEdits(db: Db, requestId: RequestId): Promise<Step[]> {
  const edits = await db.many(sql<{ id: string; change: bigint; number: string }>`
    select e.id, e.open_after - e.open_before change, p.label number
    from requests.edits e join receivables.payables_view p on p.company_id = e.company_id and p.id = e.invoice_id
    where e.company_id = ${db.companyId} and e.request_id = ${requestId} and e.open_after <> e.open_before
    order by e.id desc limit 50`)
  return edits.map(({ id, change, number }) => ({ id, change, cause: { edited: number } }))
}

/** Each cause once, in the order in which it first came: what was applied and taken back again cancels out. */
function causesOf(steps: readonly Step[]): AmountCause[] {
  const sums = new Map<string, bigint>()
  for (const { change, cause } of steps.toReversed()) {
    const key = typeof cause === 'string' ? cause : `#${cause.edited}`
    sums.set(key, (sums.get(key) ?? 0n) + change)
  }
  return [...sums].flatMap(([key, change]): AmountCause[] => {
    if (change === 0n) return []
    if (key.startsWith('#')) return [{ kind: 'invoice_edited', number: key.slice(1) }]
    const amount = change < 0n ? -change : change
    if (key === 'credit') return [{ kind: change < 0n ? 'credit_applied' : 'credit_taken_back', amount }]
    return [{ kind: change < 0n ? 'payment_received' : 'payment_returned', amount }]
  })
}

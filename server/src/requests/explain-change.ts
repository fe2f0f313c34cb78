import { type Db, sql } from '../lib/db/index.ts'
import { findSettledBy, listLatestSettlements, type SettledBy } from '../receivables/index.ts'
import { listPayableIds, type RequestId } from './requests.queries.ts'

/** Why a page asks for another amount than before. Amounts are positive minor units. */
export type AmountCause =
  | { kind: 'credit_applied' | 'credit_taken_back' | 'payment_received' | 'payment_returned'; amount: bigint }
  | { kind: DocumentCause; number: string }

type DocumentCause = 'invoice_edited' | 'invoice_voided' | 'invoice_written_off' | 'invoice_recovered'

/** One step of what moved the open amount: an application, its undoing, an edit, a void or a write-off. Minor units. */
interface Step {
  id: string
  change: bigint
  cause: 'credit' | 'payment' | { document: DocumentCause; number: string }
}

/**
 * What moved the open amount of a request from `shown` to `open`: the fewest of its latest steps that come to just
 * that. Empty where none do, as where it was too long ago: then no cause is named rather than a wrong one.
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

/** Whether something that a request asks for was written off. */
export async function hasWriteOff(db: Db, requestId: RequestId): Promise<boolean> {
  const found = await db.maybe(sql`
    select w.id from requests.items i
    join receivables.write_offs_view w on w.company_id = i.company_id and w.id = i.payable_id
    where i.company_id = ${db.companyId} and i.request_id = ${requestId} limit 1`)
  return found !== undefined
}

/** What settles a request's debts by now, by where it came from. */
export async function settledBy(db: Db, requestId: RequestId): Promise<SettledBy> {
  return findSettledBy(db, await listPayableIds(db, requestId))
}

async function listEdits(db: Db, requestId: RequestId): Promise<Step[]> {
  const edits = await db.many(sql<{ id: string; change: bigint; number: string; document: DocumentCause }>`
    select e.id, e.open_after - e.open_before change, p.label number,
      'invoice_' || coalesce(e.became, case when e.is_void then 'voided' else 'edited' end) document
    from requests.edits e join receivables.payables_view p on p.company_id = e.company_id and p.id = e.invoice_id
    where e.company_id = ${db.companyId} and e.request_id = ${requestId} and e.open_after <> e.open_before
    order by e.id desc limit 50`)
  return edits.map(({ id, change, number, document }) => ({
    id,
    change,
    cause: { document, number },
  }))
}

/** Each cause once, in the order in which it first came: what was applied and taken back again cancels out. */
function causesOf(steps: readonly Step[]): AmountCause[] {
  const sums = new Map<string, { cause: Step['cause']; change: bigint }>()
  for (const { change, cause } of steps.toReversed()) {
    const key = typeof cause === 'string' ? cause : `${cause.document} ${cause.number}`
    sums.set(key, { cause, change: (sums.get(key)?.change ?? 0n) + change })
  }
  return [...sums.values()].flatMap(({ cause, change }): AmountCause[] => {
    if (change === 0n) return []
    if (typeof cause !== 'string') return [{ kind: cause.document, number: cause.number }]
    const amount = change < 0n ? -change : change
    if (cause === 'credit') return [{ kind: change < 0n ? 'credit_applied' : 'credit_taken_back', amount }]
    return [{ kind: change < 0n ? 'payment_received' : 'payment_returned', amount }]
  })
}

import { sql, type Tx } from '../../lib/db/index.ts'
import type { DomainError } from '../../lib/errors.ts'
import { next } from '../../lib/state.ts'
import { bulkItemStates } from './bulk-item.state.ts'
import type { BulkItem } from './bulk-sends.queries.ts'

/** After so many failures that nobody foresaw, the others do not wait for one any more. */
const MOST_FAILURES = 5

/** Writes down why one customer gets nothing. */
export async function skipBulkItem(tx: Tx, now: Date, item: BulkItem, refusal: DomainError): Promise<void> {
  const state = next('bulk item', bulkItemStates, 'waiting', 'skip')
  await tx.change(
    sql`
    update requests.bulk_items set state = ${state}, code = ${refusal.code}, detail = ${refusal.message}, handled_at = ${now}
    where company_id = ${tx.companyId} and id = ${item.id} and state = 'waiting'`,
    undefined,
  )
}

/** Counts a failure of ours; one that fails again and again is given up. */
export async function failBulkItem(tx: Tx, now: Date, item: BulkItem): Promise<void> {
  const state = next('bulk item', bulkItemStates, 'waiting', 'fail')
  await tx.change(
    sql`
    update requests.bulk_items set failures = failures + 1,
      state = case when failures + 1 < ${MOST_FAILURES} then state else ${state} end,
      code = case when failures + 1 < ${MOST_FAILURES} then null else 'internal_error' end,
      handled_at = case when failures + 1 < ${MOST_FAILURES} then null else ${now}::timestamptz end
    where company_id = ${tx.companyId} and id = ${item.id} and state = 'waiting'`,
    undefined,
  )
}

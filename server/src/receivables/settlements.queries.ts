import { type Db, sql } from '../lib/db/index.ts'
import type { ApplicationId } from './applications.queries.ts'
import type { PayableId } from './payables.queries.ts'

/** What settles payables by now, by where it came from. Minor units. */
export interface SettledBy {
  /** Paid by any way, what was paid before an import among it. */
  payment: bigint
  credit: bigint
}

/** What stands of all that was applied to them. */
export async function findSettledBy(db: Db, ids: readonly PayableId[]): Promise<SettledBy> {
  return db.one(sql<SettledBy>`
    select coalesce(sum(amount) filter (where source_type <> 'credit'), 0)::bigint payment,
      coalesce(sum(amount) filter (where source_type = 'credit'), 0)::bigint credit
    from receivables.applications where company_id = ${db.companyId} and payable_id = any(${ids})`)
}

/** One application or, with a negative amount, what undid one. */
export interface Settlement {
  id: ApplicationId
  sourceType: 'payment' | 'credit' | 'opening'
  amount: bigint
}

const LATEST = 50

/** The latest that was applied to payables or undone of it, newest first. */
export function listLatestSettlements(db: Db, ids: readonly PayableId[]): Promise<Settlement[]> {
  return db.many(sql<Settlement>`
    select id, source_type "sourceType", amount from receivables.applications
    where company_id = ${db.companyId} and payable_id = any(${ids}) order by id desc limit ${LATEST}`)
}

import { type Db, raw, sql } from '../lib/db/index.ts'
import type { Id } from '../lib/ids.ts'
import type { PayableId } from './payables.queries.ts'

export type ApplicationId = Id<'app'>

/** What a source settles of a payable. Minor units. */
export interface Application {
  id: ApplicationId
  sourceType: 'payment' | 'credit' | 'opening'
  sourceId: string
  payableId: PayableId
  /** The invoice's number, or the request's reference. */
  label: string
  currency: string
  amount: bigint
  /** What stands of it: less what rows of its own undid. */
  left: bigint
  createdAt: Date
}

/** Of an application `a`: what rows that name it have not undone. */
export const LEFT = raw(`(a.amount + coalesce((select sum(r.amount) from receivables.applications r
  where r.company_id = a.company_id and r.reverses = a.id), 0))::bigint`)
const APPLICATION =
  raw(`a.id, a.source_type "sourceType", a.source_id "sourceId", a.payable_id "payableId", p.label,
  a.currency, a.amount, a.created_at "createdAt"`)

export function findApplication(db: Db, id: ApplicationId): Promise<Application | undefined> {
  return db.maybe(sql<Application>`
    select ${APPLICATION}, ${LEFT} "left" from receivables.applications a
    join receivables.payables p on p.company_id = a.company_id and p.id = a.payable_id
    where a.company_id = ${db.companyId} and a.id = ${id} and a.amount > 0`)
}

/** What sources were applied to, oldest first. */
export function listApplicationsOf(db: Db, sourceIds: readonly string[]): Promise<Application[]> {
  return db.many(sql<Application>`
    select ${APPLICATION}, ${LEFT} "left" from receivables.applications a
    join receivables.payables p on p.company_id = a.company_id and p.id = a.payable_id
    where a.company_id = ${db.companyId} and a.source_id = any(${sourceIds}) and a.amount > 0 order by a.id`)
}

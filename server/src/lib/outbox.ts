import { type GlobalDb, type Statement, sql, type Tx } from './db/index.ts'
import type { CompanyId } from './ids.ts'

/** What a job is given: ids only. Never a token, an address or a card. */
export type JobPayload = Readonly<Record<string, string | number>>

/**
 * Queues a job in the caller's transaction, as a plain outbox row: it runs if and only if this commits. A
 * forwarder hands rows to graphile-worker in batches, because its own `add_job` notifies and so serialises
 * commits.
 */
export function enqueue(tx: Tx, task: string, payload: JobPayload): void {
  tx.append(insertJobs, { task, payload: JSON.stringify({ ...payload, company_id: tx.companyId }) })
  tx.afterCommit(tx.wiring.nudge)
}

function insertJobs(companyId: CompanyId, jobs: readonly { task: string; payload: string }[]): Statement {
  return sql`
    insert into lib.outbox (company_id, task, payload)
    select ${companyId}, task, payload
    from unnest(${jobs.map(({ task }) => task)}::text[], ${jobs.map(({ payload }) => payload)}::jsonb[]) j(task, payload)`
}

const BATCH = 500

/** Moves committed rows to graphile-worker, up to 500 in one statement. Returns whether there may be more. */
export async function forwardOutbox(db: GlobalDb): Promise<boolean> {
  const moved = await db.many(sql`
    with taken as (
      delete from lib.outbox where id in (select id from lib.outbox order by id limit ${BATCH} for update skip locked)
      returning id, task, payload
    )
    select graphile_worker.add_jobs(array_agg(
      (task, payload::json, null, null, 25, null, null, null)::graphile_worker.job_spec order by id))
    from taken having count(*) > 0`)
  return moved.length === BATCH
}

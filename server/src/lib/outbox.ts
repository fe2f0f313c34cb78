import { type GlobalDb, type Statement, sql, type Tx } from './db/index.ts'
import type { CompanyId } from './ids.ts'

/** What a job is given: ids only. Never a token, an address or a card. */
export type JobPayload = Readonly<Record<string, string | number>>

/**
 * Queues a job in the caller's transaction, as a plain outbox row: it runs if and only if this commits. A
 * forwarder hands rows to graphile-worker in batches, because its own `add_job` notifies and so serialises
 * commits. Jobs of one queue are done one after the other, others beside each other.
 */
export function enqueue(tx: Tx, task: string, payload: JobPayload, queue: string | null = null): void {
  tx.append(insertJobs, { task, payload: JSON.stringify({ ...payload, company_id: tx.companyId }), queue })
  tx.afterCommit(tx.wiring.nudge)
}

interface NewJob {
  task: string
  payload: string
  queue: string | null
}

function insertJobs(companyId: CompanyId, jobs: readonly NewJob[]): Statement {
  return sql`
    insert into lib.outbox (company_id, task, payload, queue)
    select ${companyId}, task, payload, queue
    from unnest(${jobs.map(({ task }) => task)}::text[], ${jobs.map(({ payload }) => payload)}::jsonb[],
      ${jobs.map(({ queue }) => queue)}::text[]) j(task, payload, queue)`
}

const BATCH = 500

/** Moves committed rows to graphile-worker, up to 500 in one statement. Returns whether there may be more. */
export async function forwardOutbox(db: GlobalDb): Promise<boolean> {
  const moved = await db.many(sql`
    with taken as (
      delete from lib.outbox where id in (select id from lib.outbox order by id limit ${BATCH} for update skip locked)
      returning id, task, payload, queue
    )
    select graphile_worker.add_jobs(array_agg(
      (task, payload::json, queue, null, 25, null, null, null)::graphile_worker.job_spec order by id))
    from taken having count(*) > 0`)
  return moved.length === BATCH
}

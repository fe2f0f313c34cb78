import { type GlobalDb, sql } from './db/index.ts'

/**
 * Gives back the jobs of workers that died with them: locked for longer than any job of ours takes (a few calls of
 * 20 seconds). graphile-worker itself waits four hours. Every job is idempotent, so one that only was slow may run
 * twice without harm. Returns how many workers were given up.
 */
export async function unlockJobsOfTheDead(db: GlobalDb): Promise<number> {
  const dead = await db.many(sql<{ worker: string }>`
    select distinct locked_by worker from graphile_worker._private_jobs where locked_at < now() - interval '3 minutes'`)
  if (dead.length === 0) return 0
  await db.many(sql`select graphile_worker.force_unlock_workers(${dead.map(({ worker }) => worker)}::text[])`)
  return dead.length
}

import { sweepDue } from '../../server/src/lib/due.ts'
import { forwardOutbox } from '../../server/src/lib/outbox.ts'
import type { World } from './world.ts'

const LONGEST_MS = 90_000
const PAUSE_MS = 25

/** A job that failed once or twice waits for seconds; what makes it fail longer is left to its own pace. */
const RETRY_NOW = `update graphile_worker._private_jobs set run_at = now()
  where locked_at is null and attempts in (1, 2) and run_at > now() and run_at < now() + interval '1 minute'`

/**
 * In one snapshot, since the server's own sweeper and forwarder move rows from one to the next meanwhile: what they have
 * not committed is seen where it was. `unheard`: the server has not heard yet how far the clock was moved.
 */
const LEFT = `select (select count(*) from lib.due where due_at <= $1) due, (select count(*) from lib.outbox) outbox,
  (select count(*) from graphile_worker._private_jobs
   where attempts < max_attempts
     and run_at <= now() + case when attempts <= 2 then 60 else $3 end * interval '1 second') jobs,
  (select count(*) from lib.clock where offset_seconds < $2) unheard`

/**
 * Drives what the server drives by itself, faster, until nothing is left: twice in a row, for a job's call may have
 * made a webhook that the round before had not seen. A job that failed more than twice, and waits longer than
 * `patienceSeconds` since, is not waited for.
 */
export async function settle(world: World, patienceSeconds = 60): Promise<void> {
  const deadline = Date.now() + LONGEST_MS
  const { database, clock } = world.services
  let quiet = 0
  for (;;) {
    // The time is the sandbox's own, whose announcement may be on its way still.
    const { pending, offset_seconds: offset } = await world.play<{ pending: number; offset_seconds: number }>(
      'POST',
      '/sandbox/webhooks/flush',
      { held: true },
    )
    clock.setOffset(offset)
    const left = await database.global.one<Record<'due' | 'outbox' | 'jobs' | 'unheard', bigint>>({
      name: 'settle_left',
      values: [clock.now(), offset, patienceSeconds],
      text: LEFT,
    })
    quiet = pending === 0 && Object.values(left).every((count) => count === 0n) ? quiet + 1 : 0
    if (quiet === 2) return
    if (Date.now() > deadline) throw new Error(`The queues did not become empty: ${await queued(world)}`)
    if (left.due > 0n) await sweepDue(database.global, clock.now())
    if (left.due + left.outbox > 0n) {
      while (await forwardOutbox(database.global)) {
        // A full batch: there is more.
      }
    }
    if (left.jobs > 0n) await database.global.many({ name: 'settle_retry', values: [], text: RETRY_NOW })
    // Only what is under way takes time: where nothing is, the second look follows the first at once.
    if (quiet === 0) await new Promise((done) => setTimeout(done, PAUSE_MS))
  }
}

/** What is still queued, with what went wrong. */
async function queued({ services, database }: World): Promise<string> {
  const jobs = await services.database.global.many({
    name: '',
    values: [],
    text: `select t.identifier, j.attempts, j.run_at, j.locked_at, j.last_error, j.payload::text
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`,
  })
  const due = await services.database.global.many({
    name: '',
    values: [services.clock.now()],
    text: 'select task, subject_id, due_at from lib.due where due_at <= $1',
  })
  return JSON.stringify({ database: new URL(database.serverUrl).pathname, jobs, due })
}

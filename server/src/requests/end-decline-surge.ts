import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { resetRate } from '../lib/rate-counter.ts'
import { type DeclineSurgeId, findDeclineSurge } from './decline-surges.queries.ts'
import { declineSurgeEnded } from './events.ts'
import { readPayerLimits } from './limit-settings.ts'

/**
 * Somebody looked after a surge: card payments are paused no longer, and the next surge is news again. One that has ended is
 * left alone; returns whether it went on until now. `now` is system time.
 */
export async function endDeclineSurge(tx: Tx, actor: Actor, now: Date, id: DeclineSurgeId): Promise<boolean> {
  const found = await findDeclineSurge(tx, id)
  if (found === undefined || found.endedAt !== null) return false
  const { surge } = await readPayerLimits(tx)
  // The counter before the surge, as a decline does it: the other way round the two would wait for each other.
  await resetRate(tx, surge, [tx.companyId])
  const ended = await tx.change(
    sql`
    update requests.decline_surges set ended_at = ${now}
    where company_id = ${tx.companyId} and id = ${id} and ended_at is null`,
    undefined,
  )
  if (ended > 0) await emit(tx, actor, declineSurgeEnded, id, {})
  return ended > 0
}

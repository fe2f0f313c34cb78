import { addressKey } from '../lib/address-key.ts'
import { systemClock } from '../lib/clock.ts'
import type { Database } from '../lib/db/index.ts'
import { countUp, type RateRule } from '../lib/rate-counter.ts'

const KEPT = 10_000

/** Counts a miss of an internet address; returns for how many seconds it is told nothing more, 0 unless there were too many. */
export type CountMiss = (database: Database, address: string) => Promise<number>

/**
 * A counter of what addresses tried in vain, such as links or keys that there are not, over all processes. To be
 * called only once that is known, so that what is right costs nothing. Who may not go on is kept in memory, and costs
 * this process no more writing until then.
 */
export function missCounter(rule: RateRule): CountMiss {
  const ofDatabase = new WeakMap<Database, Map<string, number>>()
  return async (database, address) => {
    const paused = ofDatabase.get(database) ?? new Map<string, number>()
    ofDatabase.set(database, paused)
    const key = addressKey(address)
    const now = systemClock.now()
    const until = paused.get(key) ?? 0
    if (until > now.getTime()) return Math.ceil((until - now.getTime()) / 1000)
    const { isOver, retryAfterSeconds } = await countUp(database.global, rule, [key], now)
    if (!isOver) {
      paused.delete(key)
      return 0
    }
    if (paused.size >= KEPT) paused.clear()
    paused.set(key, now.getTime() + retryAfterSeconds * 1000)
    return retryAfterSeconds
  }
}

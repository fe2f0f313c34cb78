import { addressKey } from '../../lib/address-key.ts'
import { systemClock } from '../../lib/clock.ts'
import type { Database } from '../../lib/db/index.ts'
import { DomainError } from '../../lib/errors.ts'
import { countUp, type RateRule } from '../../lib/rate-counter.ts'

/** ADR 20. Whoever holds a right link is served all the same, so a network with many people in it is not shut out. */
const WRONG_LINKS: RateRule = { name: 'pay.wrong_links', limit: 60, windowSeconds: 600, pauseSeconds: 900 }

const KEPT = 10_000
/** When addresses that guess too much may go on, in milliseconds: they cost this process no more writing until then. */
const paused = new Map<string, number>()

export class TooManyWrongLinks extends DomainError {
  readonly code = 'too_many_wrong_links'
  readonly status = 429
}

/**
 * Counts an address's opening of a link that there is not, over all processes. Returns for how many seconds it is
 * told nothing more: 0 unless there were too many. Called only once a token turned out to be unknown.
 */
export async function countWrongLink(database: Database, ip: string): Promise<number> {
  const address = addressKey(ip)
  const now = systemClock.now()
  const until = paused.get(address)
  if (until !== undefined) {
    if (until > now.getTime()) return Math.ceil((until - now.getTime()) / 1000)
    paused.delete(address)
  }
  const { isOver, retryAfterSeconds } = await countUp(database.global, WRONG_LINKS, [address], now)
  if (!isOver) return 0
  if (paused.size >= KEPT) paused.clear()
  paused.set(address, now.getTime() + retryAfterSeconds * 1000)
  return retryAfterSeconds
}

export function tooManyWrongLinks(seconds: number): TooManyWrongLinks {
  return new TooManyWrongLinks(
    'Too many wrong links were opened from this internet address. Nothing was charged. A link that is right still opens; please check yours, or wait.',
    { details: { retry_after_seconds: seconds } },
  )
}

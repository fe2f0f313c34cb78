import { systemClock } from '../lib/clock.ts'
import type { Tx } from '../lib/db/index.ts'
import { countUp, currentRate } from '../lib/rate-counter.ts'
import { findPause } from './decline-surges.queries.ts'
import { CardPaymentsPaused, TooManyTriesFromAddress } from './errors.ts'
import { readPayerLimits } from './limit-settings.ts'

/**
 * Counts a payment that starts from an address, if it may (ADR 20). Where the rest of the transaction fails, it was
 * not counted. Throws `CardPaymentsPaused` or `TooManyTriesFromAddress`. Times are system time.
 */
export async function admitTry(tx: Tx, address: string): Promise<void> {
  const now = systemClock.now()
  const limits = await readPayerLimits(tx)
  const subject = [tx.companyId, address]
  const [pausedUntil, declined, tried] = await Promise.all([
    findPause(tx, now),
    currentRate(tx, limits.declines, subject, now),
    countUp(tx, limits.tries, subject, now),
  ])
  if (pausedUntil !== undefined) {
    const seconds = Math.ceil((pausedUntil.getTime() - now.getTime()) / 1000)
    throw new CardPaymentsPaused(
      'The company has paused card payments by link for a while. Nothing was charged. Please try again later, or ask the company for another way to pay.',
      { details: { retry_after_seconds: Math.max(1, seconds) } },
    )
  }
  const over = [declined, tried].find(({ isOver }) => isOver)
  if (over !== undefined) {
    throw new TooManyTriesFromAddress(
      'There were too many tries from this internet address. Nothing was charged. Please try again later, or ask the company for another way to pay.',
      { details: { retry_after_seconds: over.retryAfterSeconds } },
    )
  }
}

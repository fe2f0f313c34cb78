import { systemClock } from '../lib/clock.ts'
import type { GlobalDb, Tx } from '../lib/db/index.ts'
import type { CompanyId } from '../lib/ids.ts'
import { isOfCard, type Method } from '../lib/methods.ts'
import { countUp, currentRate, type Rate } from '../lib/rate-counter.ts'
import { findPause } from './decline-surges.queries.ts'
import { CardPaymentsPaused, TooManyTriesFromAddress } from './errors.ts'
import { MOST_TRIES, readPayerLimits } from './limit-settings.ts'

/**
 * Counts that a payment is tried from an address (ADR 20): in a statement of its own before the payment's
 * transaction, in which all payers of one address would wait for each other. What the company allows, `admitTry`
 * says. Time is system time.
 */
export function countTry(db: GlobalDb, companyId: CompanyId, address: string): Promise<Rate> {
  return countUp(db, MOST_TRIES, [companyId, address], systemClock.now())
}

/**
 * Says whether a payment may start from an address, which `countTry` counted. Throws `CardPaymentsPaused` or
 * `TooManyTriesFromAddress`. Times are system time.
 */
export async function admitTry(
  tx: Tx,
  { address, method }: { address: string; method: Method },
  tried: Rate,
): Promise<void> {
  const now = systemClock.now()
  const limits = await readPayerLimits(tx)
  const [pausedUntil, declined] = await Promise.all([
    findPause(tx, now),
    currentRate(tx, limits.declines, [tx.companyId, address], now),
  ])
  if (pausedUntil !== undefined && isOfCard(method)) {
    const seconds = Math.ceil((pausedUntil.getTime() - now.getTime()) / 1000)
    throw new CardPaymentsPaused(
      'The company has paused card payments by link for a while. Nothing was charged. Please try again later, or ask the company for another way to pay.',
      { details: { retry_after_seconds: Math.max(1, seconds) } },
    )
  }
  const seconds = Math.max(
    declined.retryAfterSeconds,
    tried.count > limits.triesPerHour ? tried.secondsLeft : 0,
  )
  if (seconds > 0) {
    throw new TooManyTriesFromAddress(
      'There were too many tries from this internet address. Nothing was charged. Please try again later, or ask the company for another way to pay.',
      { details: { retry_after_seconds: seconds } },
    )
  }
}

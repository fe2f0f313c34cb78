import { isDisputeOpen } from './dispute.state.ts'
import type { Dispute } from './disputes.queries.ts'
import { isOpen } from './payment.state.ts'
import type { Payment } from './payments.queries.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** A card's attempt that waits for its payer is given up after this long. */
const ACTION_TIMEOUT_MS = 30 * MINUTE_MS
/** A person's bank may take a debit back for 60 days; some weeks later nothing can come any more. */
const MAY_RETURN_MS = 75 * DAY_MS

/**
 * When the processor is asked after an attempt if nobody tells of it; null: never. Days are nothing to a bank debit: it
 * is asked after a few times a day while it is under way, and daily while its bank may still take it back.
 */
export function nextLook(payment: Payment, now: Date): Date | null {
  const after = (ms: number) => new Date(now.getTime() + ms)
  const { state, method } = payment
  if (method === 'ach') {
    if (state === 'processing' || (state === 'requires_action' && payment.verifyBy !== null))
      return after(6 * HOUR_MS)
    if (state === 'succeeded' && payment.settledAt !== null)
      return now.getTime() - payment.settledAt.getTime() < MAY_RETURN_MS ? after(DAY_MS) : null
  }
  if (!isOpen(state)) return null
  return after(state === 'requires_action' ? ACTION_TIMEOUT_MS : MINUTE_MS)
}

/** A dispute is asked after while its bank may move, and after one that was won until its money is back. */
export function nextDisputeLook(
  { state, withdrawnAt, reinstatedAt, chargedBackAt }: Dispute,
  now: Date,
): Date | null {
  const awaitsMoney =
    (state === 'won' && withdrawnAt !== null && reinstatedAt === null) ||
    (state === 'lost' && chargedBackAt === null)
  if (isDisputeOpen(state)) return new Date(now.getTime() + 6 * HOUR_MS)
  return awaitsMoney ? new Date(now.getTime() + DAY_MS) : null
}

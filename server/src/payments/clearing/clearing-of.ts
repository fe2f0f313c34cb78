import { isOfCard } from '../../lib/methods.ts'
import type { Payment } from '../payments.queries.ts'
import type { PayoutId } from '../payouts/payouts.queries.ts'
import { isBookedByHand } from '../postings.ts'
import type { ClearingFacts } from './clearing-facts.queries.ts'

/** Five different words, which are never swapped. */
export const CLEARING_STATES = ['submitted', 'processing', 'paid', 'cleared', 'deposited'] as const
type ClearingState = (typeof CLEARING_STATES)[number]

export interface Clearing {
  state: ClearingState
  /** Between which days the next of the states is expected, `2026-11-30`; the last may be open. */
  expectedFrom: string | null
  expectedTo: string | null
  availableOn: Date | null
  payoutId: PayoutId | null
}

/** How cards clear, by the company's setting. */
export type CardsClear = 'at_once' | 'when_available'

/**
 * How far the money of a payment is: submitted by its payer; processing at a bank; paid; cleared, which is when a card
 * was charged and when the money of anything else is available; deposited, which is when it is at the company's
 * bank. Null where it came to nothing, or was taken back.
 */
export function clearingOf(
  payment: Payment,
  facts: ClearingFacts | undefined,
  cards: CardsClear,
  now: Date,
): Clearing | null {
  const availableOn = facts?.availableOn ?? null
  const payoutId = facts?.payoutId ?? null
  const at = (state: ClearingState, from: string | null = null, to: string | null = from): Clearing => ({
    state,
    expectedFrom: from,
    expectedTo: to,
    availableOn,
    payoutId,
  })
  switch (payment.state) {
    case 'created':
    case 'unknown':
    case 'requires_action':
      return at('submitted')
    case 'processing':
      return at('processing', payment.clearsFrom, payment.clearsTo)
    case 'succeeded': {
      // A wire that was booked by hand is at the company's own bank.
      if (facts?.payoutState === 'paid' || isBookedByHand(payment)) return at('deposited')
      if (payment.tender !== null && payment.tender.depositId !== null) return at('deposited')
      if (!hasCleared(payment, availableOn, cards, now)) return at('paid', dayOf(availableOn))
      const isOnItsWay = facts?.payoutState === 'scheduled' || facts?.payoutState === 'in_transit'
      if (isOnItsWay) return at('cleared', facts?.arrivesOn ?? null)
      const isLater = availableOn !== null && availableOn.getTime() > now.getTime()
      return at('cleared', isLater ? dayOf(availableOn) : null, null)
    }
    default:
      return null
  }
}

/** Whether a payment clears with its success, so that nobody is told of it apart. Of a cheque nobody ever hears that it did. */
export function clearsAtOnce({ method }: Payment, cards: CardsClear): boolean {
  return method === 'wire' || method === 'cash' || (isOfCard(method) && cards === 'at_once')
}

function hasCleared(payment: Payment, availableOn: Date | null, cards: CardsClear, now: Date): boolean {
  if (payment.clearedAt !== null || clearsAtOnce(payment, cards)) return true
  return availableOn !== null && availableOn.getTime() <= now.getTime()
}

function dayOf(at: Date | null): string | null {
  return at?.toISOString().slice(0, 10) ?? null
}

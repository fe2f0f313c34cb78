import type { StateTable } from '../lib/state.ts'

export type PaymentState =
  | 'created'
  | 'requires_action'
  | 'processing'
  | 'succeeded'
  | 'failed'
  | 'canceled'
  | 'unknown'
  | 'returned'
  | 'charged_back'

export type PaymentEvent =
  | 'require_action'
  | 'process'
  | 'succeed'
  | 'fail'
  | 'cancel'
  | 'lose_sight'
  | 'return'
  | 'lose_dispute'
  | 'win_dispute'

/** A success is never refused, however late: it is a fact of the bank. */
export const paymentStates: StateTable<PaymentState, PaymentEvent> = {
  created: {
    require_action: 'requires_action',
    process: 'processing',
    succeed: 'succeeded',
    fail: 'failed',
    cancel: 'canceled',
    lose_sight: 'unknown',
  },
  unknown: {
    require_action: 'requires_action',
    process: 'processing',
    succeed: 'succeeded',
    fail: 'failed',
    cancel: 'canceled',
  },
  requires_action: { process: 'processing', succeed: 'succeeded', fail: 'failed', cancel: 'canceled' },
  processing: { succeed: 'succeeded', fail: 'failed', cancel: 'canceled', return: 'returned' },
  succeeded: { return: 'returned', lose_dispute: 'charged_back' },
  failed: { succeed: 'succeeded' },
  canceled: { succeed: 'succeeded' },
  // What the bank takes back of a debit is final: a success that is heard of later is the old one.
  returned: {},
  // That the processor still has it as succeeded is no news: only a dispute that is won after all is.
  charged_back: { win_dispute: 'succeeded' },
}

/** Its money was taken, and not returned by a bank for good: only that can be disputed, or refunded as far as it is left. */
export function isTaken(state: PaymentState): boolean {
  return state === 'succeeded' || state === 'charged_back'
}

/** Attempts whose outcome is open: they hold what they would pay. */
const OPEN_STATES: readonly PaymentState[] = ['created', 'requires_action', 'processing', 'unknown']

export function isOpen(state: PaymentState): boolean {
  return OPEN_STATES.includes(state)
}

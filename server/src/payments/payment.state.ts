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
  charged_back: { succeed: 'succeeded' },
}

/** Attempts whose outcome is open: they hold what they would pay. */
const OPEN_STATES: readonly PaymentState[] = ['created', 'requires_action', 'processing', 'unknown']

export function isOpen(state: PaymentState): boolean {
  return OPEN_STATES.includes(state)
}

import type { StateTable } from '../lib/state.ts'

export type RefundState = 'requested' | 'pending' | 'succeeded' | 'failed' | 'canceled'
export type RefundEvent = 'submit' | 'succeed' | 'fail' | 'cancel'

/** A refund that succeeded may still fail later, when the payer's bank sends it back. */
export const refundStates: StateTable<RefundState, RefundEvent> = {
  requested: { submit: 'pending', succeed: 'succeeded', fail: 'failed', cancel: 'canceled' },
  pending: { succeed: 'succeeded', fail: 'failed', cancel: 'canceled' },
  succeeded: { fail: 'failed' },
  failed: {},
  canceled: {},
}

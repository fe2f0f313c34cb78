import type { StateTable } from '../../lib/state.ts'

export type PayoutState = 'scheduled' | 'in_transit' | 'paid' | 'failed' | 'canceled'
export type PayoutEvent = 'send' | 'pay' | 'fail' | 'cancel' | 'retry'

/** model.md, Payout: money on its way to the bank, or from it. One that was paid may still come back. */
export const payoutStates: StateTable<PayoutState, PayoutEvent> = {
  scheduled: { send: 'in_transit', pay: 'paid', fail: 'failed', cancel: 'canceled' },
  in_transit: { pay: 'paid', fail: 'failed' },
  paid: { fail: 'failed' },
  failed: { retry: 'scheduled' },
  canceled: {},
}

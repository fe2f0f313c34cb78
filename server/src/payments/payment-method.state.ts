import type { StateTable } from '../lib/state.ts'

export type MethodState = 'active' | 'expired' | 'invalid' | 'removed'
export type MethodEvent = 'expire' | 'update' | 'invalidate' | 'remove'

/** What was removed is never charged again. One that its bank or the processor gave up is only removed. */
export const methodStates: StateTable<MethodState, MethodEvent> = {
  active: { expire: 'expired', update: 'active', invalidate: 'invalid', remove: 'removed' },
  expired: { update: 'active', invalidate: 'invalid', remove: 'removed' },
  invalid: { remove: 'removed' },
  removed: {},
}

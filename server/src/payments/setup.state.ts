import type { StateTable } from '../lib/state.ts'

export type SetupState = 'created' | 'requires_action' | 'succeeded' | 'failed' | 'unknown'
export type SetupEvent = 'require_action' | 'succeed' | 'fail' | 'lose_sight'

/** One try to save what somebody pays by. A success is never refused, however late: the processor has it. */
export const setupStates: StateTable<SetupState, SetupEvent> = {
  created: { require_action: 'requires_action', succeed: 'succeeded', fail: 'failed', lose_sight: 'unknown' },
  unknown: { require_action: 'requires_action', succeed: 'succeeded', fail: 'failed' },
  requires_action: { succeed: 'succeeded', fail: 'failed' },
  failed: { succeed: 'succeeded' },
  succeeded: {},
}

import type { StateTable } from '../lib/state.ts'

export type MethodRequestState = 'sent' | 'completed' | 'revoked'
export type MethodRequestEvent = 'complete' | 'revoke'

/** A form is filled in once. That its hours are over is no state: it follows from when it was sent. */
export const methodRequestStates: StateTable<MethodRequestState, MethodRequestEvent> = {
  sent: { complete: 'completed', revoke: 'revoked' },
  completed: {},
  revoked: {},
}

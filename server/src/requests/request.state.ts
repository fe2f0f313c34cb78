import type { StateTable } from '../lib/state.ts'

export type RequestState = 'draft' | 'sent' | 'voided'
export type RequestEvent = 'send' | 'void'

/** All else that a request is called is derived from what is paid, opened and expired. */
export const requestStates: StateTable<RequestState, RequestEvent> = {
  draft: { send: 'sent', void: 'voided' },
  sent: { void: 'voided' },
  voided: {},
}

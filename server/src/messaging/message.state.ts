import type { StateTable } from '../lib/state.ts'
import type { MessageState } from './messages.queries.ts'

export type MessageEvent = 'send' | 'deliver' | 'fail' | 'resend'

/** queued → sent → delivered; failed may be sent again. */
export const messageStates: StateTable<MessageState, MessageEvent> = {
  queued: { send: 'sent', fail: 'failed' },
  sent: { deliver: 'delivered', fail: 'failed' },
  delivered: {},
  failed: { resend: 'queued' },
}

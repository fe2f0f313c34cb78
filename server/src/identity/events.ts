import { defineEvent } from '../lib/events.ts'

/** Signed in, and from where. */
export const sessionStarted = defineEvent<{ address: string; user_agent: string }>('session.started')
export const sessionEnded = defineEvent<{ reason: string }>('session.ended')
/** Goes on in this company, which it was not in before. */
export const sessionMoved = defineEvent<Record<string, never>>('session.moved')
export const passwordChanged = defineEvent<Record<string, never>>('user.password_changed')

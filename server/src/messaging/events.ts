import { defineEvent } from '../lib/events.ts'

export const messageSent = defineEvent<{ kind: string; about: string }>('message.sent')
/** The mail server refused the address, or the message could not be sent in a day. */
export const messageFailed = defineEvent<{ kind: string; about: string; reason: string }>('message.failed')
export const templateCreated = defineEvent<{ kind: string; name: string }>('template.created')
export const templateChanged = defineEvent<{ fields: string[] }>('template.changed')
export const templateDeleted = defineEvent<{ name: string }>('template.deleted')
/** A report of the recipient's mail server. */
export const messageDelivered = defineEvent<{ kind: string; about: string }>('message.delivered')
export const addressSuppressed = defineEvent<{ reason: string; message_id: string }>('suppression.created')
export const suppressionLifted = defineEvent<{ reason: string }>('suppression.lifted')

/**
 * messaging owns messages and the e-mail channel. A message carries an opaque subject; its body names its link
 * and its documents, which are made when it is sent. It emits message.sent and message.failed.
 */
export type { EmailContent } from './email-content.ts'
export * as messagingEvents from './events.ts'
export { listMessagesAbout, type Message } from './messages.queries.ts'
export { type MessageId, queueMessage, SEND_MESSAGE } from './queue-message.ts'
export { type MessagingServices, sendMessage } from './send-message.ts'

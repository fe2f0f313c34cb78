/**
 * messaging owns messages, the e-mail channel, addresses that mail does not go to, and the templates and saved replies of texts. A message carries an
 * opaque subject; its body names its link and its documents, which are made when it is sent. It emits
 * message.*, template.* and suppression.*.
 */

export { readDeliveryReport } from './delivery-report.ts'
export type { EmailContent } from './email-content.ts'
export { TemplateDoesNotFit, TemplateVariableMissing } from './errors.ts'
export * as messagingEvents from './events.ts'
export { type FilledText, fillText, LINK_MARK, requireWhole, type Values } from './fill-text.ts'
export { findMessage, findMessages, listMessagesAbout, type Message } from './messages.queries.ts'
export { saysNobodyThere } from './nobody-there.ts'
export { type AttachmentReference, type MessageId, queueMessage, SEND_MESSAGE } from './queue-message.ts'
export { queueTestMessage } from './queue-test-message.ts'
export { recordDeliveryReport } from './record-delivery-report.ts'
export { type MessagingServices, sendMessage } from './send-message.ts'
export { REMINDER_TEMPLATE, THANK_YOU_TEMPLATE } from './shipped-templates.ts'
export { requireDeliverable, suppressAddress } from './suppress-address.ts'
export { suppressionRoutes } from './suppression.routes.ts'
export { listSuppressed } from './suppressions.queries.ts'
export { templateRoutes } from './template.routes.ts'
export { findTemplate, type Template, type TemplateKind, templateInLanguage } from './templates.queries.ts'
export { readUnsubscribeToken, unsubscribeToken } from './unsubscribe-token.ts'
export { withdrawMessage } from './withdraw-message.ts'

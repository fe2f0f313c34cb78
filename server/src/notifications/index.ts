/**
 * notifications owns what integrators read of events, priorities, and the mails that tell of money: the receipt,
 * the refund and the thank-you to the payer, and the notice to staff. It listens after commit and
 * emits priority.*.
 */
export { mailInvitation } from './mail-invitation.ts'
export { mailPasswordReset } from './mail-password-reset.ts'
export { mailSecurityChange } from './mail-security-change.ts'
export { notifyFailedDebit, notifyProcessing, notifyReturned } from './notify-debit.ts'
export { notifyLinkWanted } from './notify-link-wanted.ts'
export { notifyPayment } from './notify-payment.ts'
export { notifyRefund } from './notify-refund.ts'
export { priorityRoutes } from './priority.routes.ts'
export { raiseDeclineSurge } from './raise-decline-surge.ts'
export { raiseExpired } from './raise-expired.ts'
export { raiseFailedPayment, raisePriority } from './raise-priority.ts'
export { EVENTS_CHANNEL, recordEvent } from './record-event.ts'
export { resolveAsked, resolvePaid } from './resolve-priority.ts'
export { eventRoutes } from './routes.ts'
export { notificationSettings } from './settings.ts'
export { type StreamServices, streamRoutes } from './stream.routes.ts'
export { templateTestRoutes } from './template-test.routes.ts'
export { testMessageRoutes } from './test-message.routes.ts'
export { thankPayer } from './thank-payer.ts'

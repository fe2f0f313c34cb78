/**
 * notifications owns what integrators read of events, priorities, and the mails that tell of money: the receipt,
 * the refund and the thank-you to the payer, and the notice to staff. It listens after commit and
 * emits priority.*.
 */
export { followProposal } from './follow-proposal.ts'
export { mailInvitation } from './mail-invitation.ts'
export { mailPasswordReset } from './mail-password-reset.ts'
export { mailSecurityChange } from './mail-security-change.ts'
export { notifyCleared } from './notify-cleared.ts'
export { notifyFailedDebit, notifyProcessing, notifyReturned } from './notify-debit.ts'
export { notifyDispute } from './notify-dispute.ts'
export { notifyExpiring } from './notify-expiring.ts'
export { notifyLinkWanted } from './notify-link-wanted.ts'
export { notifyMethodSaved } from './notify-method-saved.ts'
export { notifyPayment } from './notify-payment.ts'
export { notifyPayout } from './notify-payout.ts'
export { notifyRefund } from './notify-refund.ts'
export { notifyTakenBack, raiseReturned } from './notify-taken-back.ts'
export { priorityRoutes } from './priority.routes.ts'
export { raiseDeclineSurge } from './raise-decline-surge.ts'
export { raiseDispute, resolveDisputed } from './raise-dispute.ts'
export { raiseExpired } from './raise-expired.ts'
export { raiseMethod, resolveMethod } from './raise-method.ts'
export { raiseFailedPayment, raiseFailedRefund, raisePriority, raiseUnexpected } from './raise-priority.ts'
export { raiseRecoveryPriority, resolveRecovery } from './raise-recovery.ts'
export { EVENTS_CHANNEL, recordEvent } from './record-event.ts'
export {
  resolveAsked,
  resolveGivenBack,
  resolveMatched,
  resolvePaid,
  resolveSent,
} from './resolve-priority.ts'
export { eventRoutes, SUBJECT_PREFIX } from './routes.ts'
export { notificationSettings } from './settings.ts'
export { type StreamServices, streamRoutes } from './stream.routes.ts'
export { templateTestRoutes } from './template-test.routes.ts'
export { testMessageRoutes } from './test-message.routes.ts'
export { thankPayer } from './thank-payer.ts'

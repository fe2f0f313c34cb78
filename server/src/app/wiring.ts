import { auditEvent } from '../identity/index.ts'
import type { Database } from '../lib/db/index.ts'
import { type Follower, following, on, type PastEvent, type SameTransaction } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import {
  mailInvitation,
  mailSecurityChange,
  notifyFailedDebit,
  notifyLinkWanted,
  notifyPayment,
  notifyProcessing,
  notifyRefund,
  notifyReturned,
  raiseDeclineSurge,
  raiseFailedPayment,
  raisePriority,
  recordEvent,
  resolveAsked,
  resolvePaid,
  thankPayer,
} from '../notifications/index.ts'
import { paymentEvents as p } from '../payments/index.ts'
import {
  payablesChanged,
  receivableEvents as r,
  releaseReservations,
  restoreRefund,
  returnPayment,
  settlePayment,
} from '../receivables/index.ts'
import {
  countDecline,
  followInvoiceEdit,
  followInvoiceVoid,
  requestEvents,
  restandPayables,
  settleRequest,
  unsettleRequest,
} from '../requests/index.ts'

/** Facts that must agree. In this order, in the emitter's transaction; none may veto. */
const sameTransaction: readonly SameTransaction[] = [
  on(p.paymentSucceeded, settlePayment),
  on(p.paymentSucceeded, settleRequest),
  on(p.paymentFailed, (tx, event) => releaseReservations(tx, event.subjectId)),
  on(p.paymentFailed, countDecline),
  on(p.paymentReturned, returnPayment),
  on(p.paymentReturned, unsettleRequest),
  on(p.refundFailed, restoreRefund),
  on(r.invoiceEdited, followInvoiceEdit),
  on(r.invoiceVoided, followInvoiceVoid),
]

/** What hangs on rows of a lower module, in their transaction. */
const followers: readonly Follower[] = [following(payablesChanged, restandPayables)]

export type AfterCommit = (database: Database, companyId: CompanyId, event: PastEvent) => Promise<void>

/** Everything else, once the facts are committed. Each listener may be called again and must not mind. */
const afterCommit: Readonly<Record<string, readonly AfterCommit[]>> = {
  [p.paymentSucceeded.type]: [notifyPayment, thankPayer, resolvePaid],
  [p.paymentFailed.type]: [raiseFailedPayment, notifyFailedDebit],
  [p.paymentProcessing.type]: [notifyProcessing],
  [p.paymentReturned.type]: [notifyReturned, raisePriority],
  [p.refundSucceeded.type]: [notifyRefund],
  [p.refundFailed.type]: [raisePriority, notifyRefund],
  [requestEvents.requestSent.type]: [resolveAsked],
  [requestEvents.requestReminded.type]: [resolveAsked],
  [requestEvents.requestVoided.type]: [resolveAsked],
  [r.creditReceived.type]: [raisePriority],
  [requestEvents.linkWanted.type]: [raisePriority, notifyLinkWanted],
  [requestEvents.declineSurgeStarted.type]: [raiseDeclineSurge],
  'message.failed': [raisePriority],
  'membership.invited': [mailInvitation],
  'user.password_changed': [mailSecurityChange],
  'user.second_factor_turned_on': [mailSecurityChange],
  'user.second_factor_turned_off': [mailSecurityChange],
  'user.new_browser_seen': [mailSecurityChange],
}

/** What integrators are told of, beside what has a listener. */
const PUBLISHED: ReadonlySet<string> = new Set([
  'customer.created',
  'customer.updated',
  'invoice.issued',
  'invoice.imported',
  'invoice.edited',
  'invoice.voided',
  'invoice.emailed',
  'invoice.paid',
  'invoice.reopened',
  'credit.received',
  'application.made',
  'application.reversed',
  'credit_note.issued',
  'credit_note.voided',
  'payment_request.created',
  'payment_request.sent',
  'payment_request.reminded',
  'payment_request.updated',
  'payment_request.voided',
  'payment_request.paid',
  'payment_link.opened',
  'payment_link.wanted',
  'merchant_account.connected',
  'merchant_account.changed',
  'decline_surge.started',
  'decline_surge.continued',
  'decline_surge.ended',
  'payment.requires_action',
  'payment.processing',
  'payment.succeeded',
  'payment.failed',
  'payment.returned',
  'payment.uncertain',
  'refund.requested',
  'refund.pending',
  'refund.succeeded',
  'refund.failed',
  'message.sent',
  'message.failed',
  'priority.raised',
  'priority.resolved',
])

export const eventWiring = {
  followers,
  sameTransaction,
  afterCommit: new Set([...PUBLISHED, ...Object.keys(afterCommit)]) as ReadonlySet<string>,
  audit: auditEvent,
}

/** Delivers a past event: written for integrators, then to its listeners. */
export async function deliverEvent(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
  occurredAt: Date,
): Promise<void> {
  if (PUBLISHED.has(event.type)) await recordEvent(database, companyId, event, occurredAt)
  for (const listener of afterCommit[event.type] ?? []) await listener(database, companyId, event)
}

/**
 * requests owns payment requests and their links: asked, sent, copied, opened, paid, voided. It says what a pay
 * page shows and takes a payer's submit, within limits. It emits payment_request.*, payment_link.* and
 * decline_surge.*; it hears payment.succeeded, payment.failed and
 * payment.returned.
 */

export { applyWire } from './apply-wire.ts'
export { bulkSendRoutes } from './bulk/bulk-send.routes.ts'
export type { BulkSendId } from './bulk/bulk-sends.queries.ts'
export { type BulkServices, runBulkSend } from './bulk/run-bulk-send.ts'
export { RUN_BULK_SEND } from './bulk/start-bulk-send.ts'
export { PhonePageEnded } from './by-phone/errors.ts'
export { findPhoneDebt, type PhoneDebt } from './by-phone/phone-debt.ts'
export { phonePageRoutes } from './by-phone/phone-page.routes.ts'
export { findPhonePage, type PhonePage, paidBy } from './by-phone/phone-pages.queries.ts'
export { PHONE_SAVING_VERSION, phoneSavingText } from './by-phone/phone-saving.ts'
export {
  isAllowed as isPhonePageAllowed,
  type PhoneState,
  phoneState,
  readPause,
} from './by-phone/phone-state.ts'
export { takeByPhone } from './by-phone/take-by-phone.ts'
export { chargeRoutes } from './charge.routes.ts'
export type { PayServices } from './charge-confirmed.ts'
export { completeMethodRequest } from './complete-method-request.ts'
export { composeText, paragraphsOf, requireSendable } from './compose-text.ts'
export { countDecline, countFormDecline } from './count-decline.ts'
export { type DeclineSurgeId, findDeclineSurge, findGoingOn } from './decline-surges.queries.ts'
export { endDeclineSurge } from './end-decline-surge.ts'
export { TooManyRenewals } from './errors.ts'
export * as requestEvents from './events.ts'
export { type AmountCause, explainChange, hasWriteOff, settledBy } from './explain-change.ts'
export { findEditSince, followInvoiceEdit } from './follow-invoice-edit.ts'
export { followInvoiceVoid } from './follow-invoice-void.ts'
export { followRecovery, followWriteOff } from './follow-write-off.ts'
export { invoiceEditRoutes } from './invoice-edit.routes.ts'
export { invoiceEmailRoutes } from './invoice-email.routes.ts'
export { FORM_LABEL, linkToken, parseToken } from './link-token.ts'
export { listRequests, searchRequests } from './list-requests.ts'
export { MANDATE_VERSION, mandateText } from './mandate.ts'
export { manyRequestRoutes } from './many.routes.ts'
export { methodRequestRoutes } from './method-request.routes.ts'
export {
  type FormState,
  findMethodRequest,
  findMethodRequestByHash,
  formState,
  type MethodRequest,
  type MethodRequestId,
} from './method-requests.queries.ts'
export { methodRoutes } from './methods.routes.ts'
export { findNewerStatement } from './newer-statement.ts'
export { LINK_LAPSES, openLink } from './open-link.ts'
export { orderEmailRoutes } from './order-email.routes.ts'
export {
  methodsOf,
  offersWire,
  type PageFound,
  type PagePayment,
  pageFinder,
  stateOf,
} from './page.queries.ts'
export { type PageState, takesMoney, wantsNewLink } from './page-state.ts'
export { mayPayAnyway } from './pay-anyway.ts'
export { paymentLinkRoutes, type RequestServices } from './payment-link.routes.ts'
export { paymentRequestRoutes } from './payment-request.routes.ts'
export { planOrderMail, SEND_CONFIRMED_ORDER } from './plan-order-mail.ts'
export { previewRoutes } from './preview.routes.ts'
export { requestProofs } from './proofs.ts'
export { remindAfterFailure } from './reminders/ask-again.ts'
export { planCompany, planCustomer, planInvoice } from './reminders/hear-changes.ts'
export {
  PLAN_REMINDERS,
  type PlanPayload,
  planPage,
  SEND_REMINDERS,
} from './reminders/plan-reminders.ts'
export { promiseRoutes } from './reminders/promise.routes.ts'
export { reminderRoutes } from './reminders/reminder.routes.ts'
export { sendReminders } from './reminders/send-reminders.ts'
export { withdrawReminder } from './reminders/withdraw-reminder.ts'
export { renewalOf, renewLink } from './renew-link.ts'
export { requestListPdf } from './request-list-pdf.ts'
export { requestMethodRoutes } from './request-methods.routes.ts'
export { requestStatus } from './request-wire.ts'
export {
  findLink,
  findReceiptAddress,
  findRequest,
  findRequests,
  type LinkId,
  listLinks,
  listPayableIds,
  type PaymentLink,
  type PaymentRequest,
  type RequestId,
} from './requests.queries.ts'
export { isSavable, SAVING_VERSION, savingText } from './saving.ts'
export { type InvoiceScheduleId, ISSUE_SCHEDULED } from './schedules/invoice-schedules.queries.ts'
export { issueScheduled } from './schedules/issue-scheduled.ts'
export { invoiceScheduleRoutes } from './schedules/schedule.routes.ts'
export { sendConfirmedOrder } from './send-confirmed-order.ts'
export { requestSettings } from './settings.ts'
export { settleRegained } from './settle-regained.ts'
export { REQUEST_PURPOSE, settleRequest } from './settle-request.ts'
export { restandPayables } from './standings.queries.ts'
export { statementEmailRoutes } from './statement-email.routes.ts'
export { statementTitle } from './statement-title.ts'
export { submitMethodForm } from './submit-method-form.ts'
export { submitPayment } from './submit-payment.ts'
export { requestTallies } from './tallies.queries.ts'
export { textValues } from './text-values.ts'
export { unsettleChargedBack } from './unsettle-charged-back.ts'
export { unsettleRequest } from './unsettle-request.ts'
export { wireRoutes } from './wire.routes.ts'
export { wireMatchingRoutes } from './wire-matching.routes.ts'
export { wireReference } from './wire-reference.ts'

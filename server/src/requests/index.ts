/**
 * requests owns payment requests and their links: asked, sent, copied, opened, paid, voided. It says what a pay
 * page shows and takes a payer's submit, within limits. It emits payment_request.*, payment_link.* and
 * decline_surge.*; it hears payment.succeeded, payment.failed and
 * payment.returned.
 */

export { composeText, paragraphsOf, requireSendable } from './compose-text.ts'
export { countDecline } from './count-decline.ts'
export { type DeclineSurgeId, findDeclineSurge, findGoingOn } from './decline-surges.queries.ts'
export { endDeclineSurge } from './end-decline-surge.ts'
export { TooManyRenewals } from './errors.ts'
export * as requestEvents from './events.ts'
export { type AmountCause, explainChange, settledBy } from './explain-change.ts'
export { findEditSince, followInvoiceEdit } from './follow-invoice-edit.ts'
export { followInvoiceVoid } from './follow-invoice-void.ts'
export { invoiceEditRoutes } from './invoice-edit.routes.ts'
export { invoiceEmailRoutes } from './invoice-email.routes.ts'
export { linkToken, parseToken } from './link-token.ts'
export { listRequests, searchRequests } from './list-requests.ts'
export { MANDATE_VERSION, mandateText } from './mandate.ts'
export { manyRequestRoutes } from './many.routes.ts'
export { LINK_LAPSES, openLink } from './open-link.ts'
export { methodsOf, type PageFound, type PagePayment, pageFinder, stateOf } from './page.queries.ts'
export { type PageState, takesMoney, wantsNewLink } from './page-state.ts'
export { mayPayAnyway } from './pay-anyway.ts'
export { paymentLinkRoutes, type RequestServices } from './payment-link.routes.ts'
export { paymentRequestRoutes } from './payment-request.routes.ts'
export { previewRoutes } from './preview.routes.ts'
export { requestProofs } from './proofs.ts'
export { renewalOf, renewLink } from './renew-link.ts'
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
export { requestSettings } from './settings.ts'
export { REQUEST_PURPOSE, settleRequest } from './settle-request.ts'
export { restandPayables } from './standings.queries.ts'
export { type PayServices, submitPayment } from './submit-payment.ts'
export { requestTallies } from './tallies.queries.ts'
export { textValues } from './text-values.ts'
export { unsettleRequest } from './unsettle-request.ts'

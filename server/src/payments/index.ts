/**
 * payments owns attempts, refunds, what the processor's balance did, merchant accounts and processor events.
 * It never knows what a payment is for: it carries an opaque purpose, brings money to receipts clearing (2150)
 * and takes it from refunds payable (2300). It emits payment.* and refund.*.
 */
export { chargePayment } from './charge-payment.ts'
export { compareWithProcessor } from './compare-with-processor.ts'
export { connectMerchantAccount } from './connect-merchant-account.ts'
export { debitReason } from './debit-words.ts'
export { WebhookRefused } from './errors.ts'
export * as paymentEvents from './events.ts'
export { handleEvent } from './handle-event.ts'
export { findMandate, keepMandate, type Mandate } from './mandates.queries.ts'
export { type MerchantAccountServices, merchantAccountRoutes } from './merchant-account.routes.ts'
export {
  findMerchantAccount,
  requireMerchantAccount,
} from './merchant-accounts.queries.ts'
export { isOpen, type PaymentState, paymentStates } from './payment.state.ts'
export {
  findPayment,
  findPaymentBySubmitKey,
  findPayments,
  NEVER_SENT,
  type Payment,
  type PaymentId,
  searchPayments,
  tallyDeclines,
  type VerifyBy,
} from './payments.queries.ts'
export type { Processor } from './processor.ts'
export { paymentProofs } from './proofs.ts'
export { HANDLE_EVENT, receiveEvent } from './receive-event.ts'
export { recordFee } from './record-fee.ts'
export { CANCEL_ATTEMPT, RECORD_FEE, recordOutcome } from './record-outcome.ts'
export { recordRefundOutcome } from './record-refund-outcome.ts'
export { type RefundState, refundStates } from './refund.state.ts'
export { RefundLabel, refundLabel } from './refund-label.ts'
export {
  findRefund,
  findRefunds,
  listRefundsOf,
  lockRefund,
  type Refund,
  type RefundId,
  type RefundTreatment,
} from './refunds.queries.ts'
export { lockRefundable, RESOLVE_REFUND, requestRefund } from './request-refund.ts'
export { cancelAttempt, type PaymentServices, resolvePayment } from './resolve-payment.ts'
export { prepareRefund, resolveRefund, sendRefund } from './resolve-refund.ts'
export { PaymentWire, paymentRoutes, paymentToWire, RefundWire, refundToWire } from './routes.ts'
export { paymentSettings } from './settings.ts'
export { RESOLVE_PAYMENT, startPayment } from './start-payment.ts'
export { stripeProcessor } from './stripe-adapter.ts'
export { paymentTallies } from './tallies.queries.ts'
export { VERIFY_TRIES, verifyDeposits } from './verify-deposits.ts'

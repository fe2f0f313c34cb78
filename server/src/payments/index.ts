/**
 * payments owns attempts, refunds, what the processor's balance did, merchant accounts and processor events.
 * It never knows what a payment is for: it carries an opaque purpose, brings money to receipts clearing (2150)
 * and takes it from refunds payable (2300). It emits payment.* and refund.*.
 */
export { chargePayment } from './charge-payment.ts'
export { compareWithProcessor } from './compare-with-processor.ts'
export { PaymentNotRefundable, RefundTooLarge, WebhookRefused } from './errors.ts'
export * as paymentEvents from './events.ts'
export { handleEvent } from './handle-event.ts'
export {
  connectMerchantAccount,
  findMerchantAccount,
  type MerchantAccount,
  requireMerchantAccount,
} from './merchant-accounts.ts'
export { isOpen, type PaymentState, paymentStates } from './payment.state.ts'
export {
  findPayment,
  findPaymentBySubmitKey,
  listPaymentsFor,
  type Payment,
  type PaymentId,
} from './payments.queries.ts'
export type { Processor, ProcessorBalanceTransaction } from './processor.ts'
export { paymentProofs } from './proofs.ts'
export { HANDLE_EVENT, receiveEvent } from './receive-event.ts'
export { FeeNotReady, recordFee } from './record-fee.ts'
export { CANCEL_ATTEMPT, RECORD_FEE, recordOutcome } from './record-outcome.ts'
export { recordRefundOutcome } from './record-refund-outcome.ts'
export { refundStates } from './refund.state.ts'
export {
  findRefund,
  listRefundsOf,
  type Refund,
  type RefundId,
  type RefundTreatment,
} from './refunds.queries.ts'
export { lockRefundable, RESOLVE_REFUND, requestRefund } from './request-refund.ts'
export { cancelAttempt, type PaymentServices, resolvePayment } from './resolve-payment.ts'
export { prepareRefund, resolveRefund, sendRefund } from './resolve-refund.ts'
export { paymentRoutes, RefundWire, refundToWire } from './routes.ts'
export { type NewPayment, RESOLVE_PAYMENT, startPayment } from './start-payment.ts'
export { type StripeOptions, stripeProcessor } from './stripe-adapter.ts'

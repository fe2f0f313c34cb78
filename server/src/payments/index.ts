/**
 * payments owns attempts, refunds, disputes, what the processor's balance did, merchant accounts and processor events.
 * It never knows what a payment is for: it carries an opaque purpose, brings money to receipts clearing (2150)
 * and takes it from refunds payable (2300). It emits payment.*, refund.*, dispute.* and payout.*.
 * Payouts (`payouts/`) are what the processor sends to the bank, with what each is made of.
 */

export { submitEvidence } from './answer-dispute.ts'
export type { CashAccountId } from './cash-accounts.queries.ts'
export { chargeLimits, isChargeable } from './charge-limits.ts'
export { chargePayment } from './charge-payment.ts'
export { chargeSavedPayment } from './charge-saved-payment.ts'
export { CLEAR_PAYMENT, clearPayment, planClearing } from './clearing/clear-payment.ts'
export { type Deposit, listDepositsOf } from './clearing/clearing-facts.queries.ts'
export { clearsAtOnce } from './clearing/clearing-of.ts'
export { ClearingWire, clearingsOf } from './clearing/clearing-wire.ts'
export { cardsClear, guaranteedNotice } from './clearing/settings.ts'
export { compareWithProcessor } from './compare-with-processor.ts'
export { connectMerchantAccount } from './connect-merchant-account.ts'
export { debitReason } from './debit-words.ts'
export { detachMethod } from './detach-method.ts'
export {
  type DisputeServices,
  DisputeWire,
  disputeAgain,
  disputeRoutes,
  disputeToWire,
} from './dispute.routes.ts'
export { type DisputeState, isDisputeOpen } from './dispute.state.ts'
export { type Dispute, type DisputeId, findDispute, findDisputes } from './disputes.queries.ts'
export { DRAW_CASH, drawCash } from './draw-cash.ts'
export { WebhookRefused } from './errors.ts'
export type { DisputedPayment } from './events.ts'
export * as paymentEvents from './events.ts'
export { expireMethod } from './expire-method.ts'
export { FIND_WIRES, findWires } from './find-wires.ts'
export { handleEvent } from './handle-event.ts'
export { holdChargeable } from './hold-chargeable.ts'
export { lockGiven } from './lock-given.ts'
export { METHOD_EXPIRES } from './look-at-expiry.ts'
export { findMandate, keepMandate, type Mandate } from './mandates.queries.ts'
export { type MerchantAccountServices, merchantAccountRoutes } from './merchant-account.routes.ts'
export {
  findMerchantAccount,
  requireMerchantAccount,
} from './merchant-accounts.queries.ts'
export { keepConsent } from './method-consents.queries.ts'
export * as methodEvents from './method-events.ts'
export { isOpen, type PaymentState, paymentStates } from './payment.state.ts'
export { paymentMethodRoutes } from './payment-method.routes.ts'
export {
  findPaymentMethod,
  findReplaced,
  type PaymentMethod,
  type PaymentMethodId,
} from './payment-methods.queries.ts'
export {
  findPayment,
  findPaymentBySubmitKey,
  findPayments,
  lockPayment,
  NEVER_SENT,
  type Payment,
  type PaymentId,
  searchPayments,
  tallyDeclines,
  type VerifyBy,
} from './payments.queries.ts'
export { payoutRoutes } from './payouts/payout.routes.ts'
export {
  type AccountMovement,
  CATEGORIES,
  type Category,
  type CategorySum,
  findAccountMovements,
  findPayout,
  findPayouts,
  type Payout,
  type PayoutId,
  sumPayoutLines,
} from './payouts/payouts.queries.ts'
export { readBalance } from './payouts/read-balance.ts'
export { READ_BALANCE, RESOLVE_PAYOUT } from './payouts/record-payout.ts'
export { resolvePayout } from './payouts/resolve-payout.ts'
export { FIND_DISPUTES } from './plan-find-disputes.ts'
export type { Evidence, EvidenceFile, Processor } from './processor.ts'
export type { WireInstructions } from './processor-cash.ts'
export { processorCustomer } from './processor-customer.ts'
export { paymentProofs } from './proofs.ts'
export { HANDLE_EVENT, receiveEvent } from './receive-event.ts'
export { RESOLVE_DISPUTE } from './record-dispute.ts'
export { recordFee } from './record-fee.ts'
export { CUSTOMER_PURPOSE, redirectWire } from './record-funding.ts'
export { CANCEL_ATTEMPT, RECORD_FEE, recordOutcome } from './record-outcome.ts'
export { recordReceived } from './record-received.ts'
export { recordRefundOutcome } from './record-refund-outcome.ts'
export { recordSetup } from './record-setup.ts'
export { type RefundState, refundStates } from './refund.state.ts'
export { RefundLabel, refundLabel } from './refund-label.ts'
export { type GivenBy, REFUND_REASONS, type RefundReason } from './refund-reasons.ts'
export {
  findRefund,
  findRefunds,
  listRefundsOf,
  lockRefund,
  type Refund,
  type RefundId,
  type RefundTreatment,
} from './refunds.queries.ts'
export { DETACH_METHOD, removeMethod } from './remove-method.ts'
export { lockRefundable, RESOLVE_REFUND, type RefundRequested, requestRefund } from './request-refund.ts'
export { findDisputesOf, resolveDispute } from './resolve-dispute.ts'
export { cancelAttempt, type PaymentServices, resolvePayment } from './resolve-payment.ts'
export { prepareRefund, resolveRefund, sendRefund } from './resolve-refund.ts'
export { resolveSetup } from './resolve-setup.ts'
export { PaymentWire, paymentRoutes, paymentToWire, RefundWire, refundToWire } from './routes.ts'
export { paymentSettings } from './settings.ts'
export { settleGiven } from './settle-given.ts'
export { findSetup, isDeclined, listSetups, type Setup, type SetupId } from './setups.queries.ts'
export { openCashAccount, readWireInstructions } from './show-wire-instructions.ts'
export { RESOLVE_PAYMENT, startPayment } from './start-payment.ts'
export { RESOLVE_SETUP, startSetup } from './start-setup.ts'
export { type BookedWire, startWire } from './start-wire.ts'
export { stripeProcessor } from './stripe-adapter.ts'
export { BY_PHONE_NOT_ENABLED } from './stripe-answers.ts'
export { takeBackPayment } from './take-back-payment.ts'
export { paymentTallies } from './tallies.queries.ts'
export { bankDepositRoutes } from './tenders/bank-deposit.routes.ts'
export { type BookedTender, startTender } from './tenders/start-tender.ts'
export { undoGiven } from './undo-given.ts'
export { VERIFY_TRIES, verifyDeposits } from './verify-deposits.ts'
export { walletDomainRoutes } from './wallet-domain.routes.ts'
export { TAKEN_BACK } from './wires.queries.ts'

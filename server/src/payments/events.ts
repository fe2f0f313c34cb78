import { defineEvent } from '../lib/events.ts'
import type { Dispute } from './disputes.queries.ts'
import type { Payment } from './payments.queries.ts'
import type { Payout } from './payouts/payouts.queries.ts'
import type { Refund } from './refunds.queries.ts'
import type { BankDeposit } from './tenders/bank-deposits.queries.ts'

const ofPayment = ({ state, amount, currency, method, declineCode }: Payment) => ({
  state,
  amount,
  currency,
  method,
  decline_code: declineCode,
})
const ofRefund = (refund: Refund) => ({
  payment_id: refund.paymentId,
  state: refund.state,
  amount: refund.amount,
  currency: refund.currency,
  treatment: refund.treatment,
  reason_code: refund.reasonCode,
  reason: refund.reason,
  given_by: refund.givenBy,
})

/** A wire came to a customer's account number: whoever knows what it is for may say so before it is booked. */
export const wireArrived = defineEvent<Payment>('payment.wire_arrived', (payment) => ({
  ...ofPayment(payment),
  reference: payment.wire?.reference ?? null,
}))
/** Somebody said what a wire is for, or took that back. */
export const paymentMatched = defineEvent<Payment>('payment.matched', ofPayment)
export const paymentUnmatched = defineEvent<Payment>('payment.unmatched', ofPayment)
export const paymentStarted = defineEvent<Payment>('payment.started', ofPayment)
export const paymentRequiresAction = defineEvent<Payment>('payment.requires_action', ofPayment)
export const paymentProcessing = defineEvent<Payment>('payment.processing', ofPayment)
export const paymentSucceeded = defineEvent<Payment>('payment.succeeded', ofPayment)
/** Some time after it had succeeded its money is available, or with it where that is not as soon as it is charged. */
export const paymentCleared = defineEvent<Payment>('payment.cleared', ofPayment)
/** The bank took back what had succeeded. */
export const paymentReturned = defineEvent<Payment>('payment.returned', ofPayment)
/** Emitted when an attempt ends without money: failed or canceled. What it held is free again. */
export const paymentFailed = defineEvent<Payment>('payment.failed', ofPayment)
export const paymentUncertain = defineEvent<Payment>('payment.uncertain', ofPayment)
export const paymentFeeRecorded = defineEvent<{ fee: bigint; currency: string }>('payment.fee_recorded')
export const refundRequested = defineEvent<Refund>('refund.requested', ofRefund)
export const refundPending = defineEvent<Refund>('refund.pending', ofRefund)
export const refundSucceeded = defineEvent<Refund>('refund.succeeded', ofRefund)
/** By what the payer's bank finds a refund is known now. */
export const refundTraced = defineEvent<Refund>('refund.traced', ofRefund)
export const refundFailed = defineEvent<Refund>('refund.failed', ofRefund)
const ofDispute = ({ paymentId, state, amount, currency, reason, dueBy }: Dispute) => ({
  payment_id: paymentId,
  state,
  amount,
  currency,
  reason,
  due_by: dueBy?.toISOString() ?? null,
})
/** A dispute of a payment moved its money for good, or gave it back after that. */
export interface DisputedPayment {
  payment: Payment
  dispute: Dispute
}
const ofDisputed = ({ payment, dispute }: DisputedPayment) => ({
  ...ofPayment(payment),
  amount: dispute.amount,
  dispute_id: dispute.id,
  reason: dispute.reason,
})
/** A payer's bank takes a payment back, or, in the state inquiry, only asks. */
export const disputeOpened = defineEvent<Dispute>('dispute.opened', ofDispute)
/** What was an inquiry takes the money now. */
export const disputeEscalated = defineEvent<Dispute>('dispute.escalated', ofDispute)
/** Somebody of the company answered: by evidence in these fields, or by giving it up. */
export const disputeAnswered = defineEvent<{ accepted: boolean; fields: readonly string[] }>(
  'dispute.answered',
)
/** The bank has the evidence, and decides. */
export const disputeSubmitted = defineEvent<Dispute>('dispute.submitted', ofDispute)
export const disputeWon = defineEvent<Dispute>('dispute.won', ofDispute)
export const disputeLost = defineEvent<Dispute>('dispute.lost', ofDispute)
/** The bank asks no more, and nothing was taken. */
export const disputeClosed = defineEvent<Dispute>('dispute.closed', ofDispute)
/** Money is gone for good: what it had been for must be said anew. */
export const paymentChargedBack = defineEvent<DisputedPayment>('payment.charged_back', ofDisputed)
/** What was gone for good came back. */
export const paymentRegained = defineEvent<DisputedPayment>('payment.regained', ofDisputed)
/** A deposit was not made after all. */
export const bankDepositUndone = defineEvent<BankDeposit>(
  'bank_deposit.undone',
  ({ amount, currency, undoReason, payments }) => ({ amount, currency, reason: undoReason, payments }),
)
/** Cash and cheques were taken to the bank. */
export const bankDepositMade = defineEvent<BankDeposit>(
  'bank_deposit.made',
  ({ amount, currency, depositedOn, payments }) => ({
    amount,
    currency,
    deposited_on: depositedOn,
    payments,
  }),
)
export const merchantAccountConnected = defineEvent<{ account: string | null }>('merchant_account.connected')
/** The processor stands otherwise to the account than before. */
export const merchantAccountChanged = defineEvent<{
  before: string
  after: string
  missing: readonly string[]
}>('merchant_account.changed')

const ofPayout = ({ state, amount, currency, arrivesOn, failureCode }: Payout) => ({
  state,
  amount,
  currency,
  arrives_on: arrivesOn,
  failure_code: failureCode,
})
export const payoutScheduled = defineEvent<Payout>('payout.scheduled', ofPayout)
export const payoutSent = defineEvent<Payout>('payout.sent', ofPayout)
export const payoutPaid = defineEvent<Payout>('payout.paid', ofPayout)
/** The bank did not take it, or sent back what it had taken: the money is on the processor's balance again. */
export const payoutFailed = defineEvent<Payout>('payout.failed', ofPayout)
export const payoutCanceled = defineEvent<Payout>('payout.canceled', ofPayout)
/** What it is made of is known. */
export const payoutListed = defineEvent<{ transactions: number }>('payout.listed')
interface Moved {
  type: string
  amount: bigint
  currency: string
  description: string | null
}
/** A movement of the balance that is of no payment was booked: a fee of the processor's, money paid in. */
export const movementBooked = defineEvent<Moved>('balance_movement.booked')
/** The processor set something right that nothing here explains. */
export const movementAdjusted = defineEvent<Moved>('balance_movement.adjusted')

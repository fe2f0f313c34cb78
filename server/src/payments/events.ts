import { defineEvent } from '../lib/events.ts'
import type { Payment } from './payments.queries.ts'
import type { Refund } from './refunds.queries.ts'

const ofPayment = ({ state, amount, currency, method, declineCode }: Payment) => ({
  state,
  amount,
  currency,
  method,
  decline_code: declineCode,
})
const ofRefund = ({ paymentId, state, amount, currency, treatment, reason }: Refund) => ({
  payment_id: paymentId,
  state,
  amount,
  currency,
  treatment,
  reason,
})

export const paymentStarted = defineEvent<Payment>('payment.started', ofPayment)
export const paymentRequiresAction = defineEvent<Payment>('payment.requires_action', ofPayment)
export const paymentProcessing = defineEvent<Payment>('payment.processing', ofPayment)
export const paymentSucceeded = defineEvent<Payment>('payment.succeeded', ofPayment)
/** The bank took back what had succeeded. */
export const paymentReturned = defineEvent<Payment>('payment.returned', ofPayment)
/** Emitted when an attempt ends without money: failed or canceled. What it held is free again. */
export const paymentFailed = defineEvent<Payment>('payment.failed', ofPayment)
export const paymentUncertain = defineEvent<Payment>('payment.uncertain', ofPayment)
export const paymentFeeRecorded = defineEvent<{ fee: bigint; currency: string }>('payment.fee_recorded')
export const refundRequested = defineEvent<Refund>('refund.requested', ofRefund)
export const refundPending = defineEvent<Refund>('refund.pending', ofRefund)
export const refundSucceeded = defineEvent<Refund>('refund.succeeded', ofRefund)
export const refundFailed = defineEvent<Refund>('refund.failed', ofRefund)
export const merchantAccountConnected = defineEvent<{ account: string | null }>('merchant_account.connected')
/** The processor stands otherwise to the account than before. */
export const merchantAccountChanged = defineEvent<{
  before: string
  after: string
  missing: readonly string[]
}>('merchant_account.changed')

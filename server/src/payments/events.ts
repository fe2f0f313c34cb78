import { defineEvent } from '../lib/events.ts'
import type { Payment } from './payments.queries.ts'
import type { Refund } from './refunds.queries.ts'

export const paymentStarted = defineEvent<Payment>('payment.started')
export const paymentRequiresAction = defineEvent<Payment>('payment.requires_action')
export const paymentProcessing = defineEvent<Payment>('payment.processing')
export const paymentSucceeded = defineEvent<Payment>('payment.succeeded')
/** Emitted when an attempt ends without money: failed or canceled. What it held is free again. */
export const paymentFailed = defineEvent<Payment>('payment.failed')
export const paymentUncertain = defineEvent<Payment>('payment.uncertain')
export const paymentFeeRecorded = defineEvent<{ fee: bigint; currency: string }>('payment.fee_recorded')
export const refundRequested = defineEvent<Refund>('refund.requested')
export const refundPending = defineEvent<Refund>('refund.pending')
export const refundSucceeded = defineEvent<Refund>('refund.succeeded')
export const refundFailed = defineEvent<Refund>('refund.failed')
export const merchantAccountConnected = defineEvent<{ account: string | null }>('merchant_account.connected')

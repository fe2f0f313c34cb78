import Stripe from 'stripe'
import { OutcomeUnknown } from '../lib/external-call.ts'
import { NotAtProcessor } from './errors.ts'
import type { ProcessorPayment, ProcessorRefund } from './processor.ts'
import { toPayment } from './stripe-objects.ts'

/** To Stripe it is a parameter that it does not know, of an account for which it was not switched on. */
const MOTO = 'payment_method_options[card][moto]'
/** Nothing was charged, since the account may not say that a card was told by phone. */
export const BY_PHONE_NOT_ENABLED = 'processor_by_phone_not_enabled'

/** A decline is an answer; a request that was refused charged nothing; anything else leaves us unsure. */
export async function settled(call: () => Promise<ProcessorPayment>): Promise<ProcessorPayment> {
  try {
    return await call()
  } catch (error) {
    if (wasRefused(error) && error.payment_intent) {
      const payment = toPayment(error.payment_intent)
      return payment.bank === null
        ? { ...payment, declineCode: error.decline_code ?? error.code ?? 'generic_decline' }
        : payment
    }
    if (wasRefused(error)) {
      return {
        reference: null,
        paymentId: null,
        status: 'declined',
        amount: 0n,
        currency: '',
        chargeReference: null,
        declineCode: error.param === MOTO ? BY_PHONE_NOT_ENABLED : `processor_${error.code ?? 'refused'}`,
        card: null,
        bank: null,
        verification: null,
        failureBalance: null,
        returned: null,
        balance: null,
        clientSecret: null,
      }
    }
    throw unsure(error)
  }
}

/** A refund that was refused gave nothing back; anything else leaves us unsure. */
export async function refundSettled(call: () => Promise<ProcessorRefund>): Promise<ProcessorRefund> {
  try {
    return await call()
  } catch (error) {
    if (wasRefused(error)) {
      return {
        reference: null,
        refundId: null,
        status: 'failed',
        failureReason: error.code ?? error.message,
        bankReference: null,
        amount: 0n,
        currency: '',
        balance: null,
        failureBalance: null,
      }
    }
    throw unsure(error)
  }
}

/** What changes nothing, or may be repeated: `NotAtProcessor` where there is no such object, else `OutcomeUnknown`. */
export function reading<T>(call: () => Promise<T>): Promise<T> {
  return call().catch((error) => {
    throw unsure(error)
  })
}

/** Definitely not done: the processor read the request and said no before acting. */
export function wasRefused(error: unknown): error is InstanceType<typeof Stripe.errors.StripeError> {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeCardError ||
    error instanceof Stripe.errors.StripeAuthenticationError ||
    error instanceof Stripe.errors.StripePermissionError
  )
}

function unsure(error: unknown): Error {
  if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing') {
    return new NotAtProcessor('The processor has no such object.', { cause: error })
  }
  if (error instanceof Stripe.errors.StripeError) {
    return new OutcomeUnknown(`The processor did not say: ${error.type}.`, { cause: error })
  }
  return error instanceof Error ? error : new Error(String(error))
}

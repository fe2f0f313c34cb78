import type Stripe from 'stripe'
import type { ChargeRequest, ProcessorPayment, SavedChargeRequest } from './processor.ts'
import { wasRefused } from './stripe-answers.ts'
import { toPayment } from './stripe-objects.ts'

/** What pays is kept for its customer once it has paid, to be charged when nobody is there. */
export function savingOf({ saveTo }: ChargeRequest): Partial<Stripe.PaymentIntentCreateParams> {
  return saveTo ? { customer: saveTo, setup_future_usage: 'off_session' } : {}
}

/** A bank that wants to ask its customer declines, since nobody is there to be asked. */
export async function chargeSaved(
  stripe: Stripe,
  at: Stripe.RequestOptions,
  request: SavedChargeRequest,
  { type, expand }: { type: string; expand: string[] },
): Promise<ProcessorPayment> {
  const intent = await stripe.paymentIntents.create(
    {
      amount: Number(request.amount),
      currency: request.currency.toLowerCase(),
      confirm: true,
      off_session: true,
      customer: request.customer,
      payment_method: request.methodReference,
      allowed_payment_method_types: [type as 'card'],
      capture_method: 'automatic', // so that the fee comes with the answer
      description: request.description,
      ...(request.statementSuffix === null ? {} : { statement_descriptor_suffix: request.statementSuffix }),
      metadata: { payment_id: request.paymentId },
      expand,
    },
    { ...at, idempotencyKey: request.key },
  )
  return toPayment(intent)
}

/** One that is detached already is what is wanted. */
export async function detachMethod(
  stripe: Stripe,
  at: Stripe.RequestOptions,
  reference: string,
): Promise<void> {
  try {
    await stripe.paymentMethods.detach(reference, {}, at)
  } catch (error) {
    if (!wasRefused(error)) throw error
    const method = await stripe.paymentMethods.retrieve(reference, {}, at)
    if (method.customer !== null) throw error
  }
}

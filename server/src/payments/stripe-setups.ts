import Stripe from 'stripe'
import { GIVEN_UP } from './payments.queries.ts'
import type { ProcessorSetup, SetupRequest } from './processor.ts'
import { wasRefused } from './stripe-answers.ts'
import { toMethod } from './stripe-objects.ts'

const EXPANSION = ['payment_method']

/** Saves what a page collected to a customer, without charging it: made and confirmed in one call. */
export async function setUp(
  stripe: Stripe,
  at: Stripe.RequestOptions,
  request: SetupRequest,
  { type, mandate }: { type: string; mandate: Stripe.SetupIntentCreateParams['mandate_data'] | undefined },
): Promise<ProcessorSetup> {
  try {
    return toSetup(
      await stripe.setupIntents.create(
        {
          confirm: true,
          confirmation_token: request.confirmationToken,
          customer: request.customer,
          allowed_payment_method_types: [type as 'card'],
          usage: 'off_session',
          use_stripe_sdk: true,
          return_url: request.returnUrl,
          ...(mandate ? { mandate_data: mandate } : {}),
          metadata: { setup_id: request.setupId },
          expand: EXPANSION,
        },
        { ...at, idempotencyKey: request.key },
      ),
    )
  } catch (error) {
    if (!wasRefused(error)) throw error
    const declineCode = error.decline_code ?? error.code ?? 'generic_decline'
    const made = error.setup_intent
    return { reference: made?.id ?? null, status: 'declined', declineCode, clientSecret: null, kept: null }
  }
}

export async function readSetup(
  stripe: Stripe,
  at: Stripe.RequestOptions,
  reference: string,
): Promise<ProcessorSetup> {
  return toSetup(await stripe.setupIntents.retrieve(reference, { expand: EXPANSION }, at))
}

export async function findSetup(
  stripe: Stripe,
  at: Stripe.RequestOptions,
  setupId: string,
  since: Date,
): Promise<ProcessorSetup | undefined> {
  const from = Math.floor(since.getTime() / 1000) - 3600
  const list = stripe.setupIntents.list(
    { created: { gte: from }, limit: 100, expand: EXPANSION.map((each) => `data.${each}`) },
    at,
  )
  for await (const intent of list) if (intent.metadata?.setup_id === setupId) return toSetup(intent)
  return undefined
}

/** What cannot be canceled any more is what it became. */
export async function cancelSetup(
  stripe: Stripe,
  at: Stripe.RequestOptions,
  reference: string,
): Promise<ProcessorSetup> {
  try {
    return toSetup(await stripe.setupIntents.cancel(reference, { expand: EXPANSION }, at))
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error
    return readSetup(stripe, at, reference)
  }
}

function toSetup(intent: Stripe.SetupIntent): ProcessorSetup {
  const { payment_method: method } = intent
  const status = STATUS[intent.status] ?? 'unsettled'
  return {
    reference: intent.id,
    status,
    declineCode: status === 'declined' ? declineOf(intent) : null,
    clientSecret: status === 'requires_action' ? intent.client_secret : null,
    kept: status === 'succeeded' && typeof method === 'object' && method !== null ? toMethod(method) : null,
  }
}

function declineOf({ status, last_setup_error: error }: Stripe.SetupIntent): string {
  return status === 'canceled' ? GIVEN_UP : (error?.decline_code ?? error?.code ?? 'generic_decline')
}

const STATUS: Partial<Record<Stripe.SetupIntent.Status, ProcessorSetup['status']>> = {
  succeeded: 'succeeded',
  requires_action: 'requires_action',
  requires_payment_method: 'declined',
  canceled: 'declined',
}

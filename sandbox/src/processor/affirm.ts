import type { Stripe } from 'stripe'
import { newId, randomText } from '../ids.ts'
import type { World } from '../world.ts'
import { ApiError, type ApiErrorBody, invalidRequest, stateRefused } from './api-error.ts'
import type { Call } from './call.ts'
import { makeCharge } from './charge-card.ts'
import { emit } from './emit-event.ts'
import { settleCharge } from './settle-charge.ts'

const livesSeconds = 12 * 3600
const day = 24 * 3600
/** What Affirm finances, in minor units of both its currencies, and for how long it takes a refund. */
const least = 5_000
const most = 3_000_000
const refundDays = 120

/** What a payer may do on Affirm's page; one who closes it leaves the payment waiting. */
export const affirmOutcomes = ['accept', 'refuse', 'cancel'] as const
type AffirmOutcome = (typeof affirmOutcomes)[number]

export function isAffirmOutcome(value: unknown): value is AffirmOutcome {
  return affirmOutcomes.some((outcome) => outcome === value)
}

type Payer = { name: string | null; email: string | null }

function billingDetails({ name, email }: Payer): Stripe.PaymentMethod.BillingDetails {
  return {
    address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
    email,
    name,
    phone: null,
    tax_id: null,
  }
}

/** That a payer wants to pay with Affirm, to be used once by a confirmation. */
export function tokenOfAffirm(
  call: Call,
  more: Payer & { returnUrl: string | null },
): Stripe.ConfirmationToken {
  const created = call.world.clock.now()
  const token = {
    id: newId('ctoken'),
    object: 'confirmation_token',
    created,
    expires_at: created + livesSeconds,
    livemode: false,
    mandate_data: null,
    metadata: null,
    payment_intent: null,
    payment_method_options: null,
    payment_method_preview: {
      affirm: {},
      allow_redisplay: 'unspecified',
      billing_details: billingDetails(more),
      customer: null,
      customer_account: null,
      type: 'affirm',
    },
    return_url: more.returnUrl,
    setup_future_usage: null,
    setup_intent: null,
    shipping: null,
    use_stripe_sdk: true,
  } satisfies Stripe.ConfirmationToken
  call.world.store.put('confirmation_token', call.account, token)
  return token
}

/** Turns the token into a payment method of the PaymentIntent that it confirms. */
export function spendAffirmToken(
  call: Call,
  token: Stripe.ConfirmationToken,
  intent: Stripe.PaymentIntent,
): Stripe.PaymentMethod {
  const { world, account } = call
  const billing = token.payment_method_preview?.billing_details
  const method = {
    id: newId('pm'),
    object: 'payment_method',
    affirm: {},
    allow_redisplay: 'unspecified',
    billing_details: billingDetails({ name: billing?.name ?? null, email: billing?.email ?? null }),
    created: world.clock.now(),
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'affirm',
  } satisfies Stripe.PaymentMethod
  world.store.put('payment_method', account, method)
  world.store.put('confirmation_token', account, { ...token, payment_intent: intent.id })
  return method
}

const currencyOf: { [country: string]: string } = { US: 'usd', CA: 'cad' }

/** A business pays in its own country's currency, within what Affirm finances, where its account may. */
export function checkAffirm(call: Call, amount: number, currency: string): void {
  const { store, platformAccount } = call.world
  const account = store.get('account', platformAccount, call.account)
  if (account?.capabilities?.affirm_payments !== 'active') {
    throw invalidRequest(
      'The payment method type "affirm" is invalid. Please ensure the provided type is activated in your dashboard.',
      { code: 'payment_intent_invalid_parameter', param: 'allowed_payment_method_types' },
    )
  }
  if (currencyOf[account.country ?? ''] !== currency) {
    throw invalidRequest('The currency provided is invalid for affirm; it takes the domestic one only.', {
      code: 'payment_method_currency_mismatch',
      param: 'currency',
    })
  }
  if (amount < least || amount > most) {
    throw invalidRequest(`The amount is out of what affirm finances: from ${least} to ${most}.`, {
      code: amount < least ? 'amount_too_small' : 'amount_too_large',
      param: 'amount',
    })
  }
}

/** The payer goes to Affirm's own page and comes back from it. */
export function askAffirm(
  call: Call,
  intent: Stripe.PaymentIntent,
  returnUrl: string | null | undefined,
): Stripe.PaymentIntent {
  const back = encodeURIComponent(returnUrl ?? '')
  intent.status = 'requires_action'
  intent.next_action = {
    type: 'redirect_to_url',
    redirect_to_url: {
      url: `${call.world.url}/affirm/${intent.id}?client_secret=${intent.client_secret}&return_url=${back}`,
      return_url: returnUrl ?? null,
    },
  }
  call.world.store.put('payment_intent', call.account, intent)
  emit(call, 'payment_intent.requires_action', intent)
  return intent
}

export function waitsForAffirm(intent: Stripe.PaymentIntent): boolean {
  return intent.status === 'requires_action' && intent.next_action?.type === 'redirect_to_url'
}

/** What the payer, or Affirm, decided. Throws where the payment waits for neither any more. */
export function finishAffirm(
  call: Call,
  intent: Stripe.PaymentIntent,
  outcome: AffirmOutcome,
): Stripe.PaymentIntent {
  const { world, account } = call
  const method = world.store.get('payment_method', account, String(intent.payment_method))
  if (!waitsForAffirm(intent) || method?.type !== 'affirm') {
    throw stateRefused(`This PaymentIntent has a status of ${intent.status}: Affirm has nothing to decide.`, {
      code: 'payment_intent_unexpected_state',
      payment_intent: intent,
    })
  }
  intent.next_action = null
  return outcome === 'accept'
    ? succeed(call, intent, method)
    : leaveUnpaid(call, intent, method, refusals[outcome])
}

function succeed(
  call: Call,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent {
  const { world, account } = call
  const details = {
    type: 'affirm',
    affirm: { location: null, reader: null, transaction_id: randomText(16).toUpperCase() },
  } as unknown as Stripe.Charge.PaymentMethodDetails
  const charge = makeCharge(world, account, { intent, method, details }, null)
  world.store.put('charge', account, charge)
  intent.status = 'succeeded'
  intent.amount_received = intent.amount
  intent.latest_charge = charge.id
  intent.last_payment_error = null
  world.store.put('payment_intent', account, intent)
  emit(call, 'charge.succeeded', charge)
  emit(call, 'payment_intent.succeeded', intent)
  settleCharge(world, account, charge.id)
  return intent
}

const refusals: { [O in Exclude<AffirmOutcome, 'accept'>]: ApiErrorBody } = {
  refuse: {
    type: 'invalid_request_error',
    code: 'payment_method_provider_decline',
    message: 'The payment was declined by Affirm.',
  },
  cancel: {
    type: 'invalid_request_error',
    code: 'payment_method_customer_decline',
    message: 'The customer did not approve the payment with Affirm.',
  },
}

function leaveUnpaid(
  call: Call,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  error: ApiErrorBody,
): Stripe.PaymentIntent {
  intent.status = 'requires_payment_method'
  intent.payment_method = null
  intent.last_payment_error = {
    ...new ApiError(402, error).body,
    payment_method: method,
  } as Stripe.PaymentIntent.LastPaymentError
  call.world.store.put('payment_intent', call.account, intent)
  emit(call, 'payment_intent.payment_failed', intent)
  return intent
}

/** Affirm takes a refund for 120 days, and no longer. */
export function checkAffirmRefund(world: World, charge: Stripe.Charge): void {
  if (charge.payment_method_details?.type !== 'affirm') return
  if (world.clock.now() <= charge.created + refundDays * day) return
  throw stateRefused(
    `Charge ${charge.id} is older than ${refundDays} days, so Affirm takes no refund of it.`,
    {
      code: 'charge_expired_for_refund',
      param: 'charge',
    },
  )
}

import type { Stripe } from 'stripe'
import { newId } from '../ids.ts'
import { askAffirm, spendAffirmToken } from './affirm.ts'
import { ApiError, type ApiErrorBody, invalidRequest, missing, stateRefused } from './api-error.ts'
import { startDebit } from './bank-debit.ts'
import { spendBankToken } from './bank-token.ts'
import type { Call } from './call.ts'
import { behaviours } from './cards.ts'
import { declineOf, makeCharge, type ThreeDSecureResult } from './charge-card.ts'
import { spendToken, usableToken } from './confirmation-token.ts'
import { emit } from './emit-event.ts'
import { askMicrodeposits } from './microdeposits.ts'
import { isMoto } from './moto.ts'
import { openDispute } from './open-dispute.ts'
import { payFromCash } from './pay-from-cash.ts'
import { planTask } from './plan-task.ts'
import { saveForFuture } from './saved-methods.ts'
import { settleCharge } from './settle-charge.ts'

export type ConfirmParams = {
  confirmation_token?: string | null | undefined
  payment_method?: string | null | undefined
  return_url?: string | null | undefined
  use_stripe_sdk?: boolean | undefined
  error_on_requires_action?: boolean | undefined
  off_session?: boolean | undefined
  payment_method_options?: { card?: { moto?: boolean | undefined } | null | undefined } | null | undefined
  mandate_data?:
    | {
        customer_acceptance?:
          | {
              accepted_at?: number | undefined
              online?:
                | { ip_address?: string | null | undefined; user_agent?: string | null | undefined }
                | null
                | undefined
            }
          | null
          | undefined
      }
    | null
    | undefined
}

/** With what a confirmation pays; found before anything is changed, so a bad one changes nothing. */
export type Means = { token: Stripe.ConfirmationToken } | { method: Stripe.PaymentMethod }

export function findMeans(call: Call, params: ConfirmParams, present: string | null): Means {
  if (params.confirmation_token && params.payment_method) {
    throw invalidRequest('You may only specify one of these parameters: confirmation_token, payment_method.')
  }
  if (params.confirmation_token) return { token: usableToken(call, params.confirmation_token) }
  const id = params.payment_method ?? present
  if (!id) {
    throw invalidRequest(
      'You cannot confirm this PaymentIntent because it’s missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.',
      { code: 'payment_intent_unexpected_state' },
    )
  }
  const method = call.world.store.get('payment_method', call.account, id)
  if (!method) throw missing('PaymentMethod', id, 'payment_method')
  return { method }
}

const confirmable = ['requires_payment_method', 'requires_confirmation', 'requires_action']

export function checkConfirmable(intent: Stripe.PaymentIntent): void {
  if (confirmable.includes(intent.status)) return
  const message =
    intent.status === 'succeeded'
      ? 'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.'
      : `You cannot confirm this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be confirmed: requires_confirmation, requires_action.`
  throw stateRefused(message, { code: 'payment_intent_unexpected_state', payment_intent: intent })
}

function spend(call: Call, token: Stripe.ConfirmationToken, intent: Stripe.PaymentIntent) {
  if (token.payment_method_preview?.type === 'affirm') return spendAffirmToken(call, token, intent)
  const bank = call.world.store.get('bank_on_file', call.account, token.id)?.bank
  const spent = { payment_intent: intent.id }
  return bank ? spendBankToken(call, token, bank, spent) : spendToken(call, token, spent)
}

/** Tries to pay. A decline leaves the intent at requires_payment_method and throws the card error. */
export function confirmPaymentIntent(
  call: Call,
  intent: Stripe.PaymentIntent,
  means: Means,
  params: ConfirmParams,
): Stripe.PaymentIntent {
  const { world, account } = call
  const method = 'token' in means ? spend(call, means.token, intent) : means.method
  intent.payment_method = method.id
  intent.last_payment_error = null
  intent.next_action = null
  if (method.type === 'us_bank_account') return debitBank(call, intent, method, params)
  if (method.type === 'customer_balance') return payFromCash(call, intent, method)
  if (method.type === 'affirm')
    return askAffirm(call, intent, params.return_url ?? ('token' in means ? means.token.return_url : null))
  const card = world.store.get('card_on_file', account, method.id)?.card
  if (!card) throw missing('PaymentMethod', method.id, 'payment_method')
  const decline = declineOf(card, params.off_session)
  if (decline) throw failAttempt(call, intent, method, decline, null)
  if (behaviours[card.behaviour]?.threeDSecure && !params.off_session && !isMoto(params)) {
    if (params.error_on_requires_action)
      throw failAttempt(call, intent, method, authenticationRequired(), null)
    return askAuthentication(call, intent, means, params)
  }
  return succeed(call, intent, method, null, isMoto(params))
}

/** A bank account that is known to be its payer's is debited; of another one it is shown first. */
function debitBank(
  call: Call,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  params: ConfirmParams,
): Stripe.PaymentIntent {
  const { world, account } = call
  const bank = world.store.get('bank_on_file', account, method.id)?.bank
  if (!bank) throw missing('PaymentMethod', method.id, 'payment_method')
  const online = params.mandate_data?.customer_acceptance?.online
  if (!online && !params.off_session) {
    throw invalidRequest('A mandate that the payer accepted is required to debit a bank account.', {
      code: 'payment_intent_mandate_invalid',
      param: 'mandate_data',
    })
  }
  if (world.store.get('blocked_bank', account, bank.fingerprint)) {
    leaveUnpaid(call, intent, method, unusable)
    throw new ApiError(402, { ...unusable, payment_intent: intent, payment_method: method }, true)
  }
  world.store.put('acceptance', account, {
    id: intent.id,
    created: params.mandate_data?.customer_acceptance?.accepted_at ?? world.clock.now(),
    ip_address: online?.ip_address ?? null,
    user_agent: online?.user_agent ?? null,
  })
  return bank.verified ? startDebit(call, intent, method, bank) : askMicrodeposits(call, intent, bank)
}

const unusable: ApiErrorBody = {
  type: 'card_error',
  code: 'bank_account_unusable',
  message: 'The bank account provided can not be used for payments. A different bank account must be used.',
}

/** The end of 3-D Secure: the charge is made, or the attempt fails without one. */
export function finishAuthentication(
  call: Call,
  intent: Stripe.PaymentIntent,
  complete: boolean,
): Stripe.PaymentIntent {
  const method = call.world.store.get('payment_method', call.account, String(intent.payment_method))
  if (intent.status !== 'requires_action' || !method) {
    throw stateRefused(
      `This PaymentIntent has a status of ${intent.status}: there is nothing to authenticate.`,
      {
        code: 'payment_intent_unexpected_state',
        payment_intent: intent,
      },
    )
  }
  intent.next_action = null
  if (complete) return succeed(call, intent, method, 'authenticated')
  leaveUnpaid(call, intent, method, authenticationFailed())
  return intent
}

function succeed(
  call: Call,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  threeDSecure: ThreeDSecureResult,
  moto = false,
): Stripe.PaymentIntent {
  const { world, account } = call
  const card = world.store.get('card_on_file', account, method.id)?.card
  if (!card) throw missing('PaymentMethod', method.id, 'payment_method')
  const charge = makeCharge(world, account, { intent, method, card, threeDSecure, moto }, null)
  world.store.put('charge', account, charge)
  intent.status = 'succeeded'
  intent.amount_received = intent.amount
  intent.latest_charge = charge.id
  intent.last_payment_error = null
  world.store.put('payment_intent', account, intent)
  saveForFuture(call, intent, method)
  emit(call, 'charge.succeeded', charge)
  emit(call, 'payment_intent.succeeded', intent)
  if (intent.capture_method === 'automatic_async') planTask(world, account, 'settle_charge', charge.id, 0)
  else settleCharge(world, account, charge.id)
  const dispute = behaviours[card.behaviour]?.dispute
  if (dispute) openDispute(call, charge.id, dispute)
  return intent
}

function failAttempt(
  call: Call,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: ApiErrorBody,
  threeDSecure: ThreeDSecureResult,
): ApiError {
  const { world, account } = call
  const card = world.store.get('card_on_file', account, method.id)?.card
  if (!card) throw missing('PaymentMethod', method.id, 'payment_method')
  const charge = makeCharge(world, account, { intent, method, card, threeDSecure }, decline)
  world.store.put('charge', account, charge)
  intent.latest_charge = charge.id
  const error = { ...decline, charge: charge.id }
  leaveUnpaid(call, intent, method, error, () => emit(call, 'charge.failed', charge))
  return new ApiError(402, { ...error, payment_intent: intent, payment_method: method }, true)
}

function leaveUnpaid(
  call: Call,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  error: ApiErrorBody,
  before?: () => void,
): void {
  intent.status = 'requires_payment_method'
  intent.payment_method = null
  const { payment_intent: _intent, ...facts } = error
  intent.last_payment_error = {
    ...new ApiError(402, facts).body,
    payment_method: method,
  } as Stripe.PaymentIntent.LastPaymentError
  call.world.store.put('payment_intent', call.account, intent)
  before?.()
  emit(call, 'payment_intent.payment_failed', intent)
}

function askAuthentication(
  call: Call,
  intent: Stripe.PaymentIntent,
  means: Means,
  params: ConfirmParams,
): Stripe.PaymentIntent {
  const { world, account } = call
  const source = newId('src')
  const challenge = `${world.url}/3d-secure/${intent.id}?client_secret=${intent.client_secret}`
  const inPage = params.use_stripe_sdk ?? ('token' in means && means.token.use_stripe_sdk)
  const returnUrl = params.return_url ?? ('token' in means ? means.token.return_url : null)
  intent.status = 'requires_action'
  intent.next_action = inPage
    ? {
        type: 'use_stripe_sdk',
        use_stripe_sdk: {
          type: 'three_d_secure_redirect',
          merchant: account,
          source,
          stripe_js: challenge,
          three_d_secure_2_source: source,
        } as Stripe.PaymentIntent.NextAction.UseStripeSdk,
      }
    : {
        type: 'redirect_to_url',
        redirect_to_url: {
          url: `${challenge}&return_url=${encodeURIComponent(returnUrl ?? '')}`,
          return_url: returnUrl,
        },
      }
  world.store.put('payment_intent', account, intent)
  emit(call, 'payment_intent.requires_action', intent)
  return intent
}

/** A method that may redirect needs to know where to come back to. */
export function checkReturnUrl(
  methods: Pick<Stripe.PaymentIntent, 'allowed_payment_method_types' | 'automatic_payment_methods'>,
  means: Means,
  params: ConfirmParams,
): void {
  const given = params.return_url ?? ('token' in means ? means.token.return_url : null)
  const automatic = methods.automatic_payment_methods
  const redirects =
    automatic?.enabled && automatic.allow_redirects !== 'never' && !methods.allowed_payment_method_types
  if (given || !redirects) return
  throw invalidRequest(
    'This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don’t want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.',
    { param: 'return_url' },
  )
}

function authenticationFailed(): ApiErrorBody {
  return {
    type: 'invalid_request_error',
    code: 'payment_intent_authentication_failure',
    message:
      'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
  }
}

function authenticationRequired(): ApiErrorBody {
  return {
    type: 'card_error',
    code: 'authentication_required',
    decline_code: 'authentication_not_handled',
    message:
      'This payment required an authentication action to complete, but `error_on_requires_action` was set.',
  }
}

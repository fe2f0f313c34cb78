import type { Stripe } from 'stripe'
import { newId, randomText } from '../ids.ts'
import { ApiError, type ApiErrorBody, invalidRequest, missing, stateRefused } from './api-error.ts'
import { spendBankToken } from './bank-token.ts'
import { type Call, load } from './call.ts'
import { behaviours } from './cards.ts'
import { declineOf } from './charge-card.ts'
import { checkAllowed } from './check-allowed.ts'
import { spendToken, usableToken } from './confirmation-token.ts'
import { emit } from './emit-event.ts'
import { listPage } from './lists.ts'
import { makeMandate } from './mandates.ts'
import { checkMethodTypes } from './payment-intent-params.ts'
import { mandateShape } from './payment-intents.ts'
import { boolean, list, mergeMetadata, metadata, oneOf, readParams, text } from './read-params.ts'
import { attach } from './saved-methods.ts'

const shape = {
  confirm: boolean,
  confirmation_token: text(),
  customer: text(),
  description: text(1000),
  mandate_data: mandateShape,
  metadata,
  allowed_payment_method_types: list(text()),
  return_url: text(),
  usage: oneOf('off_session', 'on_session'),
  use_stripe_sdk: boolean,
}

/** Saves what a browser collected to a customer, without charging it: made and confirmed in one call. */
export function createSetupIntent(call: Call): unknown {
  const params = readParams(call.params, shape)
  if (!params.confirm || !params.confirmation_token) {
    throw invalidRequest(
      'This sandbox makes SetupIntents that are confirmed at once by a ConfirmationToken.',
      {
        param: 'confirm',
      },
    )
  }
  const types = (params.allowed_payment_method_types ?? ['card']).filter((type) => type !== null)
  checkMethodTypes(types)
  const customer = params.customer ? load(call, 'customer', params.customer, 'customer').id : null
  const token = usableToken(call, params.confirmation_token)
  checkAllowed(call, types, { token }, { amount: 0, currency: 'usd' })
  const bank = call.world.store.get('bank_on_file', call.account, token.id)?.bank
  const online = params.mandate_data?.customer_acceptance?.online
  if (bank && !online) {
    throw invalidRequest('A mandate that the payer accepted is required to save a bank account.', {
      code: 'setup_intent_mandate_invalid',
      param: 'mandate_data',
    })
  }
  if (bank && !bank.verified) {
    throw invalidRequest('The bank account must be verified instantly to be saved in this sandbox.', {
      code: 'setup_intent_authentication_failure',
      param: 'confirmation_token',
    })
  }
  const intent = newIntent(call, { customer, types, description: params.description ?? null })
  intent.metadata = mergeMetadata({}, params.metadata)
  const spent = { setup_intent: intent.id }
  const method = bank ? spendBankToken(call, token, bank, spent) : spendToken(call, token, spent)
  intent.payment_method = method.id
  emit(call, 'setup_intent.created', intent)
  if (bank) {
    call.world.store.put('acceptance', call.account, {
      id: intent.id,
      created: params.mandate_data?.customer_acceptance?.accepted_at ?? call.world.clock.now(),
      ip_address: online?.ip_address ?? null,
      user_agent: online?.user_agent ?? null,
    })
    if (call.world.store.get('blocked_bank', call.account, bank.fingerprint))
      throw failed(call, intent, method, unusable)
    intent.mandate = makeMandate(call, intent.id, method.id, { type: 'multi_use', multi_use: {} }).id
    return succeed(call, intent, method)
  }
  const card = call.world.store.get('card_on_file', call.account, method.id)?.card
  if (!card) throw missing('PaymentMethod', method.id, 'payment_method')
  const behaviour = behaviours[card.behaviour]
  const decline = behaviour?.isSaved ? null : declineOf(card)
  if (decline) throw failed(call, intent, method, decline)
  return behaviour?.threeDSecure
    ? ask(call, intent, params.return_url ?? null)
    : succeed(call, intent, method)
}

function newIntent(
  call: Call,
  { customer, types, description }: { customer: string | null; types: string[]; description: string | null },
): Stripe.SetupIntent {
  const id = newId('seti')
  return {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: types,
    application: null,
    automatic_payment_methods: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomText(25)}`,
    created: call.world.clock.now(),
    customer,
    customer_account: null,
    description,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: types,
    single_use_mandate: null,
    status: 'requires_payment_method',
    usage: 'off_session',
  } as unknown as Stripe.SetupIntent
}

function succeed(call: Call, intent: Stripe.SetupIntent, method: Stripe.PaymentMethod): Stripe.SetupIntent {
  intent.status = 'succeeded'
  intent.next_action = null
  intent.last_setup_error = null
  call.world.store.put('setup_intent', call.account, intent)
  if (typeof intent.customer === 'string') attach(call, method, intent.customer)
  emit(call, 'setup_intent.succeeded', intent)
  return intent
}

function failed(
  call: Call,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  error: ApiErrorBody,
): ApiError {
  intent.status = 'requires_payment_method'
  intent.payment_method = null
  intent.next_action = null
  intent.last_setup_error = {
    ...new ApiError(402, error).body,
    payment_method: method,
  } as Stripe.SetupIntent.LastSetupError
  call.world.store.put('setup_intent', call.account, intent)
  emit(call, 'setup_intent.setup_failed', intent)
  return new ApiError(402, { ...error, setup_intent: intent, payment_method: method }, true)
}

function ask(call: Call, intent: Stripe.SetupIntent, returnUrl: string | null): Stripe.SetupIntent {
  const source = newId('src')
  intent.status = 'requires_action'
  intent.next_action = {
    type: 'use_stripe_sdk',
    use_stripe_sdk: {
      type: 'three_d_secure_redirect',
      merchant: call.account,
      source,
      stripe_js: `${call.world.url}/3d-secure/${intent.id}?client_secret=${intent.client_secret}`,
      three_d_secure_2_source: source,
      return_url: returnUrl,
    },
  } as Stripe.SetupIntent.NextAction
  call.world.store.put('setup_intent', call.account, intent)
  emit(call, 'setup_intent.requires_action', intent)
  return intent
}

/** The end of 3-D Secure: the card is saved, or not. */
export function finishSetup(call: Call, intent: Stripe.SetupIntent, complete: boolean): Stripe.SetupIntent {
  const method = call.world.store.get('payment_method', call.account, String(intent.payment_method))
  if (intent.status !== 'requires_action' || !method) {
    throw stateRefused(
      `This SetupIntent has a status of ${intent.status}: there is nothing to authenticate.`,
      {
        code: 'setup_intent_unexpected_state',
      },
    )
  }
  if (complete) return succeed(call, intent, method)
  failed(call, intent, method, {
    type: 'invalid_request_error',
    code: 'setup_intent_authentication_failure',
    message:
      'The latest attempt to set up the payment method has failed because authentication failed. Please choose a different payment method and try again.',
  })
  return intent
}

/** With a publishable key the client secret must be the intent's. */
export function retrieveSetupIntent(call: Call): unknown {
  const intent = load(call, 'setup_intent', call.id, 'intent')
  const { client_secret: secret } = readParams(call.params, { client_secret: text() })
  if ((call.publishable || secret) && secret !== intent.client_secret)
    throw invalidRequest('The client_secret provided does not match.', { param: 'client_secret' })
  if (!call.publishable) return intent
  const { metadata: _, customer: __, ...seen } = intent
  return seen
}

export function listSetupIntents(call: Call): unknown {
  return listPage(call, 'setup_intent', ['customer'])
}

export function cancelSetupIntent(call: Call): unknown {
  readParams(call.params, { cancellation_reason: text() })
  const intent = load(call, 'setup_intent', call.id, 'intent')
  if (intent.status === 'succeeded' || intent.status === 'canceled') {
    throw stateRefused(`You cannot cancel this SetupIntent because it has a status of ${intent.status}.`, {
      code: 'setup_intent_unexpected_state',
    })
  }
  intent.status = 'canceled'
  intent.next_action = null
  call.world.store.put('setup_intent', call.account, intent)
  emit(call, 'setup_intent.canceled', intent)
  return intent
}

const unusable: ApiErrorBody = {
  type: 'card_error',
  code: 'bank_account_unusable',
  message: 'The bank account provided can not be used for payments. A different bank account must be used.',
}

import type { Stripe } from 'stripe'
import { newId, randomText } from '../ids.ts'
import { invalidRequest, missing, stateRefused } from './api-error.ts'
import { callBackDebit } from './bank-debit.ts'
import { type Call, load } from './call.ts'
import { checkAllowed } from './check-allowed.ts'
import {
  checkConfirmable,
  checkReturnUrl,
  confirmPaymentIntent,
  findMeans,
} from './confirm-payment-intent.ts'
import { checkAmount, readCurrency } from './currencies.ts'
import { emit } from './emit-event.ts'
import { listPage } from './lists.ts'
import { checkMoto } from './moto.ts'
import { cashMethod } from './pay-from-cash.ts'
import { checkMethodTypes, checkSuffix, chosenMethods } from './payment-intent-params.ts'
import { present, presentList } from './present.ts'
import {
  boolean,
  hash,
  integer,
  list,
  mergeMetadata,
  metadata,
  oneOf,
  readParams,
  text,
} from './read-params.ts'
import { checkOwner, futureUsageOf } from './saved-methods.ts'

export const mandateShape = hash({
  customer_acceptance: hash({
    type: oneOf('online', 'offline'),
    accepted_at: integer,
    online: hash({ ip_address: text(), user_agent: text() }),
  }),
})

const confirmShape = {
  confirmation_token: text(),
  payment_method: text(),
  payment_method_data: hash({ type: oneOf('customer_balance') }),
  payment_method_options: hash({
    card: hash({ moto: boolean }),
    customer_balance: hash({
      funding_type: oneOf('bank_transfer'),
      bank_transfer: hash({ type: oneOf('us_bank_transfer') }),
    }),
  }),
  return_url: text(),
  use_stripe_sdk: boolean,
  error_on_requires_action: boolean,
  off_session: boolean,
  receipt_email: text(800),
  client_secret: text(),
  mandate_data: mandateShape,
}

const writableShape = {
  amount: integer,
  currency: text(),
  customer: text(),
  description: text(1000),
  metadata,
  allowed_payment_method_types: list(text()),
  receipt_email: text(800),
  statement_descriptor_suffix: text(),
  transfer_group: text(),
  payment_method: text(),
}

const createShape = {
  ...confirmShape,
  ...writableShape,
  automatic_payment_methods: hash({ enabled: boolean, allow_redirects: oneOf('always', 'never') }),
  capture_method: oneOf('automatic', 'automatic_async'),
  setup_future_usage: oneOf('off_session', 'on_session'),
  confirm: boolean,
  confirmation_method: oneOf('automatic', 'manual'),
}

/** A business that the processor does not know well enough yet takes no money. */
function checkMayCharge(call: Call): void {
  if (call.world.store.get('account', call.world.platformAccount, call.account)?.charges_enabled) return
  throw stateRefused('Your account cannot currently make charges.', { code: 'account_invalid' })
}

export function createPaymentIntent(call: Call): unknown {
  const params = readParams(call.params, createShape, ['amount', 'currency'])
  const currency = readCurrency(params.currency)
  checkAmount(params.amount, currency)
  checkMethodTypes(params.allowed_payment_method_types)
  if (params.confirm !== true && (params.confirmation_token || params.return_url)) {
    const param = params.confirmation_token ? 'confirmation_token' : 'return_url'
    throw invalidRequest(
      `The parameter \`${param}\` cannot be passed when creating a PaymentIntent unless \`confirm\` is set to true.`,
      { param },
    )
  }
  checkMayCharge(call)
  checkMoto(call, params, params.setup_future_usage)
  const customer = checkCustomer(call, params.customer)
  const means = params.confirm ? meansOf(call, params, customer) : null
  const methods = chosenMethods(params)
  if (means) checkReturnUrl(methods, means, params)
  checkAllowed(call, methods.allowed_payment_method_types, means, { amount: params.amount, currency })
  if (means) checkOwner(means, customer)
  const id = newId('pi')
  const intent = {
    id,
    object: 'payment_intent',
    amount: params.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    ...methods,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: params.capture_method ?? 'automatic_async',
    client_secret: `${id}_secret_${randomText(25)}`,
    confirmation_method: params.confirmation_method ?? 'automatic',
    created: call.world.clock.now(),
    currency,
    customer,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: mergeMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: params.payment_method ?? null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: methods.allowed_payment_method_types ?? ['card'],
    payment_record: null,
    processing: null,
    receipt_email: params.receipt_email ?? null,
    review: null,
    setup_future_usage: params.setup_future_usage ?? futureUsageOf(means),
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: checkSuffix(params.statement_descriptor_suffix),
    status: params.payment_method ? 'requires_confirmation' : 'requires_payment_method',
    transfer_data: null,
    transfer_group: params.transfer_group ?? null,
  } as Stripe.PaymentIntent satisfies Stripe.PaymentIntent
  call.world.store.put('payment_intent', call.account, intent)
  emit(call, 'payment_intent.created', intent)
  return present(call, 'payment_intent', means ? confirmPaymentIntent(call, intent, means, params) : intent)
}

export function confirmPaymentIntentOperation(call: Call): unknown {
  const intent = loadIntent(call)
  const params = readParams(call.params, confirmShape)
  checkConfirmable(intent)
  checkMoto(call, params, intent.setup_future_usage)
  const means = findMeans(call, params, intent.payment_method as string | null)
  checkReturnUrl(intent, means, params)
  checkAllowed(call, intent.allowed_payment_method_types, means, intent)
  checkOwner(means, intent.customer)
  return present(call, 'payment_intent', confirmPaymentIntent(call, intent, means, params))
}

export function retrievePaymentIntent(call: Call): unknown {
  const intent = loadIntent(call)
  readParams(call.params, { client_secret: text() })
  return present(call, 'payment_intent', intent)
}

export function updatePaymentIntent(call: Call): unknown {
  const intent = loadIntent(call)
  const params = readParams(call.params, writableShape)
  const changesMoney =
    params.amount !== undefined || params.currency !== undefined || params.payment_method !== undefined
  if (
    changesMoney &&
    !['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(intent.status)
  ) {
    throw stateRefused(
      `This PaymentIntent's amount could not be updated because it has a status of ${intent.status}. You may only update the amount of a PaymentIntent with one of the following statuses: requires_payment_method, requires_confirmation, requires_action.`,
      { code: 'payment_intent_unexpected_state', payment_intent: intent },
    )
  }
  const currency = params.currency ? readCurrency(params.currency) : intent.currency
  if (changesMoney) checkAmount(params.amount ?? intent.amount, currency)
  checkMethodTypes(params.allowed_payment_method_types)
  if (params.customer !== undefined) intent.customer = checkCustomer(call, params.customer)
  if (params.payment_method !== undefined) {
    if (params.payment_method) load(call, 'payment_method', params.payment_method, 'payment_method')
    intent.payment_method = params.payment_method
    intent.status = params.payment_method ? 'requires_confirmation' : 'requires_payment_method'
  }
  intent.amount = params.amount ?? intent.amount
  intent.currency = currency
  if (params.description !== undefined) intent.description = params.description
  if (params.receipt_email !== undefined) intent.receipt_email = params.receipt_email
  if (params.statement_descriptor_suffix !== undefined) {
    intent.statement_descriptor_suffix = checkSuffix(params.statement_descriptor_suffix)
  }
  if (params.transfer_group !== undefined) intent.transfer_group = params.transfer_group
  intent.metadata = mergeMetadata(intent.metadata, params.metadata)
  call.world.store.put('payment_intent', call.account, intent)
  return present(call, 'payment_intent', intent)
}

const cancelable = [
  'requires_payment_method',
  'requires_capture',
  'requires_confirmation',
  'requires_action',
  'processing',
]

export function cancelPaymentIntent(call: Call): unknown {
  const intent = loadIntent(call)
  const params = readParams(call.params, {
    cancellation_reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'),
  })
  if (!cancelable.includes(intent.status)) {
    throw stateRefused(
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: ${cancelable.join(', ')}.`,
      { code: 'payment_intent_unexpected_state', payment_intent: intent },
    )
  }
  if (intent.status === 'processing') callBackDebit(call, String(intent.latest_charge))
  intent.status = 'canceled'
  intent.canceled_at = call.world.clock.now()
  intent.cancellation_reason = params.cancellation_reason ?? null
  intent.next_action = null
  call.world.store.put('payment_intent', call.account, intent)
  emit(call, 'payment_intent.canceled', intent)
  return present(call, 'payment_intent', intent)
}

export function listPaymentIntents(call: Call): unknown {
  return presentList(call, 'payment_intent', listPage(call, 'payment_intent', ['customer']))
}

/** With a publishable key the client secret must be the intent's. */
function loadIntent(call: Call): Stripe.PaymentIntent {
  const intent = call.world.store.get('payment_intent', call.account, call.id)
  if (!intent) throw missing('payment_intent', call.id, 'intent')
  const secret = call.params.client_secret
  if (call.publishable && secret === undefined) {
    throw invalidRequest('Missing required param: client_secret.', {
      code: 'parameter_missing',
      param: 'client_secret',
    })
  }
  if (secret !== undefined && secret !== intent.client_secret) {
    throw invalidRequest(
      'The client_secret provided does not match the client_secret associated with the PaymentIntent.',
      {
        code: 'payment_intent_invalid_parameter',
        param: 'client_secret',
      },
    )
  }
  return intent
}

function checkCustomer(call: Call, id: string | null | undefined): string | null {
  return id ? load(call, 'customer', id, 'customer').id : null
}

/** What is confirmed with: a token, a method, or the customer's cash. */
function meansOf(
  call: Call,
  params: Parameters<typeof findMeans>[1] & {
    payment_method_data?: { type?: string | null | undefined } | null | undefined
  },
  customer: string | null,
) {
  return params.payment_method_data?.type === 'customer_balance'
    ? { method: cashMethod(call, customer) }
    : findMeans(call, params, null)
}

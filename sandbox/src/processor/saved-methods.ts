import type { Stripe } from 'stripe'
import { invalidRequest } from './api-error.ts'
import { type Call, load } from './call.ts'
import type { Means } from './confirm-payment-intent.ts'
import { type Cause, emit } from './emit-event.ts'
import { listPage } from './lists.ts'
import { hash, integer, readParams, text } from './read-params.ts'

/** What the browser wanted of the method that it collected, where the server says nothing of it. */
export function futureUsageOf(means: Means | null): Stripe.PaymentIntent.SetupFutureUsage | null {
  return means && 'token' in means ? means.token.setup_future_usage : null
}

/** A method that is saved is its customer's alone, and one that is not is used once. */
export function checkOwner(means: Means, customer: Stripe.PaymentIntent['customer']): void {
  if ('token' in means) return
  const { method } = means
  if (method.customer === null) {
    throw invalidRequest(
      'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
      { code: 'payment_method_unactivated', param: 'payment_method' },
    )
  }
  if (method.customer !== customer) {
    throw invalidRequest(
      `The payment method supplied (${method.id}) does not belong to the Customer that is given. Please include the Customer in the \`customer\` parameter on the PaymentIntent.`,
      { param: 'payment_method' },
    )
  }
}

/** What was charged is saved to the customer of its intent, where the payer wanted it so. */
export function saveForFuture(
  cause: Cause,
  { customer, setup_future_usage: usage }: Pick<Stripe.PaymentIntent, 'customer' | 'setup_future_usage'>,
  method: Stripe.PaymentMethod,
): void {
  if (usage === null || typeof customer !== 'string' || method.customer !== null) return
  attach(cause, method, customer)
}

export function attach(cause: Cause, method: Stripe.PaymentMethod, customer: string): Stripe.PaymentMethod {
  method.customer = customer
  method.allow_redisplay = 'limited'
  cause.world.store.put('payment_method', cause.account, method)
  emit(cause, 'payment_method.attached', method)
  return method
}

export function attachPaymentMethod(call: Call): unknown {
  const method = load(call, 'payment_method', call.id, 'payment_method')
  const { customer } = readParams(call.params, { customer: text() }, ['customer'])
  if (method.customer !== null) {
    throw invalidRequest(
      'The payment method you provided has already been attached to a customer.',
      method.customer === customer ? {} : { param: 'customer' },
    )
  }
  throw invalidRequest(
    'This PaymentMethod was previously used without being attached to a Customer or was detached from a Customer, and may not be used again.',
    { param: 'payment_method' },
  )
}

export function detachPaymentMethod(call: Call): unknown {
  readParams(call.params, {})
  const method = load(call, 'payment_method', call.id, 'payment_method')
  if (method.customer === null) {
    throw invalidRequest(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
    )
  }
  const { customer } = method
  method.customer = null
  call.world.store.put('payment_method', call.account, method)
  emit(call, 'payment_method.detached', method, { customer })
  return method
}

const CARD = hash({ exp_month: integer, exp_year: integer })

export function updatePaymentMethod(call: Call): unknown {
  const method = load(call, 'payment_method', call.id, 'payment_method')
  const { card } = readParams(call.params, { card: CARD })
  return change(call, method, card ?? {}, 'payment_method.updated')
}

/** The bank sent another card to its owner: networks tell, and the saved one goes on as that. */
export function renewCard(
  cause: Cause,
  method: Stripe.PaymentMethod,
  card: { exp_month?: number; exp_year?: number; last4?: string },
): Stripe.PaymentMethod {
  return change(cause, method, card, 'payment_method.automatically_updated')
}

function change(
  cause: Cause,
  method: Stripe.PaymentMethod,
  changes: { exp_month?: number | undefined; exp_year?: number | undefined; last4?: string | undefined },
  type: 'payment_method.updated' | 'payment_method.automatically_updated',
): Stripe.PaymentMethod {
  const { world, account } = cause
  const held = world.store.get('card_on_file', account, method.id)
  if (!method.card || !held) throw invalidRequest('Only a card can be updated.', { param: 'card' })
  const { exp_month, exp_year, last4 } = method.card
  Object.assign(
    method.card,
    Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
  )
  world.store.put('payment_method', account, method)
  world.store.put('card_on_file', account, {
    ...held,
    card: {
      ...held.card,
      expMonth: method.card.exp_month,
      expYear: method.card.exp_year,
      last4: method.card.last4,
    },
  })
  emit(cause, type, method, { card: { exp_month, exp_year, last4 } })
  return method
}

export function listPaymentMethods(call: Call): unknown {
  return listPage(call, 'payment_method', ['customer', 'type'])
}

export function listMethodsOfCustomer(call: Call): unknown {
  const customer = load(call, 'customer', call.id, 'customer')
  return listPage({ ...call, params: { ...call.params, customer: customer.id } }, 'payment_method', [
    'customer',
    'type',
  ])
}

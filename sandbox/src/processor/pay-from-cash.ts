import type { Stripe } from 'stripe'
import { newId } from '../ids.ts'
import { invalidRequest } from './api-error.ts'
import type { Call } from './call.ts'
import { spendCash } from './cash-balance.ts'
import { makeCharge } from './charge-card.ts'
import { emit } from './emit-event.ts'
import { settleCharge } from './settle-charge.ts'

/** The customer's own cash as what pays. */
export function cashMethod(call: Call, customer: string | null): Stripe.PaymentMethod {
  if (!customer)
    throw invalidRequest('You must provide a `customer` to pay with `customer_balance`.', {
      param: 'customer',
    })
  const { world, account } = call
  const empty = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null }
  const method = {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: { address: empty, email: null, name: null, phone: null, tax_id: null },
    created: world.clock.now(),
    customer,
    customer_account: null,
    customer_balance: {},
    livemode: false,
    metadata: {},
    type: 'customer_balance',
  } satisfies Stripe.PaymentMethod
  world.store.put('payment_method', account, method)
  return method
}

/** Pays with a customer's cash: all of it at once, or it waits for a transfer. */
export function payFromCash(
  call: Call,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent {
  const { world, account } = call
  if (!spendCash(call, String(intent.customer), intent)) {
    intent.status = 'requires_action'
    intent.next_action = {
      type: 'display_bank_transfer_instructions',
      display_bank_transfer_instructions: {
        amount_remaining: intent.amount,
        currency: intent.currency,
        hosted_instructions_url: null,
        reference: null,
        type: 'us_bank_transfer',
      },
    }
    world.store.put('payment_intent', account, intent)
    emit(call, 'payment_intent.requires_action', intent)
    return intent
  }
  const details = { type: 'customer_balance', customer_balance: {} }
  const charge = makeCharge(world, account, { intent, method, details }, null)
  world.store.put('charge', account, charge)
  intent.status = 'succeeded'
  intent.amount_received = intent.amount
  intent.latest_charge = charge.id
  world.store.put('payment_intent', account, intent)
  emit(call, 'charge.succeeded', charge)
  emit(call, 'payment_intent.succeeded', intent)
  settleCharge(world, account, charge.id)
  return intent
}

import type { Stripe } from 'stripe'
import { newId } from '../ids.ts'
import type { CardFacts } from '../kinds.ts'
import { invalidRequest, missing, stateRefused } from './api-error.ts'
import type { Call } from './call.ts'

const livesSeconds = 12 * 3600

function cardPreview(
  card: CardFacts,
): Stripe.ConfirmationToken.PaymentMethodPreview.Card & Stripe.PaymentMethod.Card {
  return {
    brand: card.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: null },
    country: card.country,
    display_brand: card.brand,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    fingerprint: card.fingerprint,
    funding: card.funding,
    generated_from: null,
    last4: card.last4,
    networks: { available: [card.brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: true },
    wallet: walletOf(card),
  }
}

/** A wallet hands over a card under a number of its device. */
export function walletOf({ wallet, last4 }: CardFacts): Stripe.PaymentMethod.Card.Wallet | null {
  if (wallet === undefined) return null
  return { type: wallet, [wallet]: {}, dynamic_last4: last4 } as Stripe.PaymentMethod.Card.Wallet
}

function billingDetails(
  name: string | null,
  email: string | null = null,
): Stripe.PaymentMethod.BillingDetails {
  return {
    address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
    email,
    name,
    phone: null,
    tax_id: null,
  }
}

/** Keeps what a browser collected, to be used once by a confirmation. */
export function createConfirmationToken(
  call: Call,
  card: CardFacts,
  more: { returnUrl: string | null; email: string | null; setupFutureUsage?: 'off_session' | null },
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
      allow_redisplay: 'unspecified',
      billing_details: billingDetails(card.name, more.email),
      card: cardPreview(card),
      customer: null,
      customer_account: null,
      type: 'card',
    },
    return_url: more.returnUrl,
    setup_future_usage: more.setupFutureUsage ?? null,
    setup_intent: null,
    shipping: null,
    use_stripe_sdk: true,
  } satisfies Stripe.ConfirmationToken
  call.world.store.put('confirmation_token', call.account, token)
  call.world.store.put('card_on_file', call.account, { id: token.id, created, card })
  return token
}

/** The token if it can still confirm, else a refusal. */
export function usableToken(call: Call, id: string): Stripe.ConfirmationToken {
  const token = call.world.store.get('confirmation_token', call.account, id)
  if (!token) throw missing('confirmation_token', id, 'confirmation_token')
  const usedBy = token.payment_intent ?? token.setup_intent
  if (usedBy !== null) {
    throw stateRefused(
      `The confirmation token ${id} has already been used to confirm ${usedBy}. Create a new one.`,
      {
        code: 'confirmation_token_already_used',
        param: 'confirmation_token',
      },
    )
  }
  if ((token.expires_at ?? 0) <= call.world.clock.now()) {
    throw invalidRequest(`The confirmation token ${id} has expired. Create a new one.`, {
      code: 'confirmation_token_expired',
      param: 'confirmation_token',
    })
  }
  return token
}

/** By what a token was used. */
export type Spent = { payment_intent: string } | { setup_intent: string }

/** Turns the token's card into a payment method of the intent that it confirms. */
export function spendToken(call: Call, token: Stripe.ConfirmationToken, spent: Spent): Stripe.PaymentMethod {
  const { world, account } = call
  const held = world.store.get('card_on_file', account, token.id)
  if (!held) throw missing('confirmation_token', token.id, 'confirmation_token')
  const created = world.clock.now()
  const method = {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: billingDetails(
      held.card.name,
      token.payment_method_preview?.billing_details.email ?? null,
    ),
    card: {
      ...cardPreview(held.card),
      checks: {
        address_line1_check: null,
        address_postal_code_check: null,
        cvc_check: held.card.cvcProvided ? 'unchecked' : null,
      },
    },
    created,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  } satisfies Stripe.PaymentMethod
  world.store.put('payment_method', account, method)
  world.store.put('card_on_file', account, { id: method.id, created, card: held.card })
  world.store.put('confirmation_token', account, { ...token, ...spent })
  world.store.delete('card_on_file', token.id)
  return method
}

import type { Stripe } from 'stripe'
import { newId, randomText } from '../ids.ts'
import type { CardFacts } from '../kinds.ts'
import type { World } from '../world.ts'
import type { ApiErrorBody } from './api-error.ts'
import { behaviours } from './cards.ts'
import { walletOf } from './confirmation-token.ts'
import { money } from './currencies.ts'

export type ThreeDSecureResult = 'authenticated' | 'failed' | null

const declineMessages: { [code: string]: string } = {
  authentication_required: 'Your card was declined. This transaction requires authentication.',
  card_declined: 'Your card was declined.',
  expired_card: 'Your card has expired.',
  incorrect_cvc: "Your card's security code is incorrect.",
  insufficient_funds: 'Your card has insufficient funds.',
  processing_error: 'An error occurred while processing your card. Try again in a little bit.',
}

const networkCodes: { [declineCode: string]: string } = {
  generic_decline: '05',
  insufficient_funds: '51',
  lost_card: '41',
  stolen_card: '43',
  expired_card: '54',
  incorrect_cvc: 'N7',
  processing_error: '96',
}

/**
 * The decline of a card that always declines, or that asks its owner while nobody is there, as the error body tells
 * it; null for a card that pays.
 */
export function declineOf(card: CardFacts, offSession = false): ApiErrorBody | null {
  const behaviour = behaviours[card.behaviour]
  const decline =
    behaviour?.decline ??
    (offSession && behaviour?.threeDSecure === 'always'
      ? { code: 'authentication_required', declineCode: 'authentication_required', param: undefined }
      : undefined)
  if (!decline) return null
  const { code, declineCode, param } = decline
  return {
    type: 'card_error',
    code,
    decline_code: declineCode,
    advice_code:
      declineCode === 'insufficient_funds' || code === 'processing_error'
        ? 'try_again_later'
        : 'do_not_try_again',
    network_decline_code: networkCodes[declineCode] ?? '05',
    message: declineMessages[declineCode] ?? declineMessages[code] ?? 'Your card was declined.',
    ...(param ? { param } : {}),
  }
}

type CardInput = {
  intent: Stripe.PaymentIntent
  method: Stripe.PaymentMethod
  card: CardFacts
  threeDSecure: ThreeDSecureResult
  /** Told to the processor as given by mail or by phone. */
  moto?: boolean
}

/** By card, or in another way with its own details. */
type ChargeInput =
  | CardInput
  | (Pick<CardInput, 'intent' | 'method'> & { details: Stripe.Charge.PaymentMethodDetails })

/** The charge of one attempt, failed if a decline is given. It is not stored yet. */
export function makeCharge(
  world: World,
  account: string,
  input: ChargeInput,
  decline: ApiErrorBody | null,
): Stripe.Charge {
  const { intent, method } = input
  const id = newId('details' in input ? 'py' : 'ch')
  const paid = decline === null
  const prefix = statementPrefix(world, account)
  return {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: paid ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: intent.statement_descriptor_suffix
      ? `${prefix}* ${intent.statement_descriptor_suffix}`.slice(0, 22)
      : prefix,
    captured: paid,
    created: world.clock.now(),
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(decline),
    paid,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details:
      'details' in input ? input.details : { type: 'card', card: cardDetails(input, paid) },
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: paid ? `${world.url}/processor#${intent.id}` : null,
    refunded: false,
    review: null,
    shipping: intent.shipping as Stripe.Charge.Shipping | null,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: paid ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: null,
  }
}

function outcomeOf(decline: ApiErrorBody | null): Stripe.Charge.Outcome {
  const shared = { risk_level: 'normal', risk_score: 20 }
  if (!decline) {
    return {
      ...shared,
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: 'approved_by_network',
      reason: null,
      seller_message: 'Payment complete.',
      type: 'authorized',
    }
  }
  return {
    ...shared,
    advice_code: (decline.advice_code ?? null) as Stripe.Charge.Outcome.AdviceCode | null,
    network_advice_code: null,
    network_decline_code: decline.network_decline_code ?? null,
    network_status: 'declined_by_network',
    reason: decline.decline_code ?? null,
    seller_message: `The bank returned the decline code \`${decline.decline_code}\`.`,
    type: 'issuer_declined',
  }
}

function cardDetails(
  { intent, method, card, moto, threeDSecure }: CardInput,
  paid: boolean,
): Stripe.Charge.PaymentMethodDetails.Card {
  const cvcCheck = card.behaviour === 'incorrect_cvc' ? 'fail' : card.cvcProvided ? 'pass' : null
  return {
    amount_authorized: paid ? intent.amount : null,
    authorization_code: paid ? randomText(6).toUpperCase() : null,
    brand: card.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: cvcCheck },
    country: card.country,
    electronic_commerce_indicator: threeDSecure === 'authenticated' ? '05' : null,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    extended_authorization: { status: 'disabled' },
    fingerprint: card.fingerprint,
    funding: card.funding,
    incremental_authorization: { status: 'unavailable' },
    installments: null,
    last4: card.last4,
    mandate: null,
    ...(moto && { moto }),
    multicapture: { status: 'unavailable' },
    network: method.card?.networks?.available[0] ?? card.brand,
    network_token: { used: false },
    network_transaction_id: paid ? randomText(15).toUpperCase() : null,
    overcapture: { maximum_amount_capturable: intent.amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: threeDSecure
      ? {
          authentication_flow: 'challenge',
          electronic_commerce_indicator: threeDSecure === 'authenticated' ? '05' : null,
          exemption_indicator: null,
          result: threeDSecure,
          result_reason: threeDSecure === 'failed' ? 'rejected' : null,
          transaction_id: newId('threeds'),
          version: '2.2.0',
        }
      : null,
    transaction_link_id: null,
    wallet: walletOf(card) as Stripe.Charge.PaymentMethodDetails.Card.Wallet | null,
  }
}

function statementPrefix(world: World, accountId: string): string {
  const account = world.store.get('account', world.platformAccount, accountId)
  return (
    account?.settings?.card_payments?.statement_descriptor_prefix ??
    account?.settings?.payments?.statement_descriptor ??
    'SANDBOX'
  )
}

/** A sentence for the challenge page: what is paid, and to whom. */
export function describePayment(
  world: World,
  account: string,
  intent: Stripe.PaymentIntent,
  locale: string,
): { amount: string; payee: string } {
  return { amount: money(intent.amount, intent.currency, locale), payee: payeeOf(world, account) }
}

export function payeeOf(world: World, account: string): string {
  const payee = world.store.get('account', world.platformAccount, account)
  return payee?.business_profile?.name ?? payee?.settings?.dashboard?.display_name ?? 'the business'
}

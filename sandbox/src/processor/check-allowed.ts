import type { Stripe } from 'stripe'
import { checkAffirm } from './affirm.ts'
import { invalidRequest } from './api-error.ts'
import type { Call } from './call.ts'
import type { Means } from './confirm-payment-intent.ts'

/** What pays must be of a type that the intent allows, and a bank account of a business and in a currency that may. */
export function checkAllowed(
  call: Call,
  allowed: string[] | null,
  means: Means | null,
  { amount, currency }: Pick<Stripe.PaymentIntent, 'amount' | 'currency'>,
): void {
  if (means === null) return
  const type = 'token' in means ? (means.token.payment_method_preview?.type ?? 'card') : means.method.type
  if (allowed !== null && !allowed.includes(type)) {
    throw invalidRequest(
      `The PaymentMethod provided (${type}) is not allowed for this PaymentIntent. Expected one of: ${allowed.join(', ')}.`,
      { code: 'payment_intent_incompatible_payment_method', param: 'confirmation_token' },
    )
  }
  if (type === 'affirm') checkAffirm(call, amount, currency)
  if (type !== 'us_bank_account') return
  if (currency !== 'usd') {
    throw invalidRequest('The currency provided is invalid for us_bank_account; it takes usd only.', {
      code: 'payment_method_currency_mismatch',
      param: 'currency',
    })
  }
  const { store, platformAccount } = call.world
  if (!hasCapability(store.get('account', platformAccount, call.account))) {
    throw invalidRequest(
      'The payment method type "us_bank_account" is invalid. Please ensure the provided type is activated in your dashboard.',
      { code: 'payment_intent_invalid_parameter', param: 'allowed_payment_method_types' },
    )
  }
}

function hasCapability(account: Stripe.Account | undefined): boolean {
  return account?.capabilities?.us_bank_account_ach_payments === 'active'
}

import type { Stripe } from 'stripe'
import { newId } from '../ids.ts'
import type { BankFacts } from '../kinds.ts'
import { ApiError } from './api-error.ts'
import { type BankEntry, type BankProblem, readBank } from './bank-accounts.ts'
import type { Call } from './call.ts'
import type { Spent } from './confirmation-token.ts'

const livesSeconds = 12 * 3600

type Holder = { name: string | null; email: string | null }

function preview(bank: BankFacts) {
  return {
    account_holder_type: bank.holderType,
    account_type: bank.accountType,
    bank_name: bank.bankName,
    financial_connections_account: bank.verified ? `fca_${bank.fingerprint}` : null,
    fingerprint: bank.fingerprint,
    last4: bank.last4,
    networks: { preferred: 'ach', supported: ['ach'] as ('ach' | 'us_domestic_wire')[] },
    routing_number: bank.routingNumber,
    status_details: null,
  } satisfies Stripe.PaymentMethod.UsBankAccount
}

function billingDetails({ name, email }: Holder): Stripe.PaymentMethod.BillingDetails {
  return {
    address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
    email,
    name,
    phone: null,
    tax_id: null,
  }
}

const problems: { [P in BankProblem]: { message: string; param: string } } = {
  routing_number_invalid: {
    message: 'The routing number is not that of a bank.',
    param: 'payment_method_data[us_bank_account][routing_number]',
  },
  account_number_invalid: {
    message: 'You must use a valid bank account number.',
    param: 'payment_method_data[us_bank_account][account_number]',
  },
}

/** Keeps the bank account that a browser collected, to be used once by a confirmation. */
export function tokenOfBank(
  call: Call,
  entry: BankEntry,
  more: Holder & { returnUrl: string | null; setupFutureUsage?: 'off_session' | null },
): Stripe.ConfirmationToken {
  const read = readBank(entry)
  if ('problem' in read)
    throw new ApiError(400, { type: 'invalid_request_error', code: read.problem, ...problems[read.problem] })
  if (more.name === null) {
    throw new ApiError(400, {
      type: 'invalid_request_error',
      code: 'parameter_missing',
      message: 'Missing required param: billing_details[name].',
      param: 'billing_details[name]',
    })
  }
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
      billing_details: billingDetails(more),
      customer: null,
      customer_account: null,
      type: 'us_bank_account',
      us_bank_account: preview(read.bank),
    },
    return_url: more.returnUrl,
    setup_future_usage: more.setupFutureUsage ?? null,
    setup_intent: null,
    shipping: null,
    use_stripe_sdk: true,
  } satisfies Stripe.ConfirmationToken
  call.world.store.put('confirmation_token', call.account, token)
  call.world.store.put('bank_on_file', call.account, { id: token.id, created, bank: read.bank })
  return token
}

/** Turns the token's bank account into a payment method of the intent that it confirms. */
export function spendBankToken(
  call: Call,
  token: Stripe.ConfirmationToken,
  bank: BankFacts,
  spent: Spent,
): Stripe.PaymentMethod {
  const { world, account } = call
  const created = world.clock.now()
  const billing = token.payment_method_preview?.billing_details
  const method = {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: billingDetails({ name: billing?.name ?? null, email: billing?.email ?? null }),
    created,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'us_bank_account',
    us_bank_account: preview(bank),
  } satisfies Stripe.PaymentMethod
  world.store.put('payment_method', account, method)
  world.store.put('bank_on_file', account, { id: method.id, created, bank })
  world.store.put('confirmation_token', account, { ...token, ...spent })
  world.store.delete('bank_on_file', token.id)
  return method
}

import { tokenOfAffirm } from './affirm.ts'
import { ApiError } from './api-error.ts'
import { tokenOfBank } from './bank-token.ts'
import type { Call } from './call.ts'
import { type CardEntry, type CardProblem, readCard } from './cards.ts'
import { createConfirmationToken } from './confirmation-token.ts'
import { hash, integer, oneOf, readParams, text } from './read-params.ts'

const shape = {
  payment_method_data: hash({
    type: oneOf('card', 'us_bank_account', 'affirm'),
    billing_details: hash({ name: text(), email: text() }),
    us_bank_account: hash({
      account_holder_type: oneOf('individual', 'company'),
      account_type: oneOf('checking', 'savings'),
      account_number: text(),
      routing_number: text(),
      financial_connections_account: text(),
    }),
    card: hash({
      number: text(),
      exp_month: integer,
      exp_year: integer,
      cvc: text(),
      wallet: oneOf('apple_pay', 'google_pay'),
    }),
  }),
  return_url: text(),
  setup_future_usage: oneOf('off_session'),
}

/** What the element's iframe asks for with the publishable key. */
export function createConfirmationTokenOperation(call: Call): unknown {
  const params = readParams(call.params, shape, ['payment_method_data'])
  const { card, billing_details: billing, us_bank_account: bank } = params.payment_method_data
  if (params.payment_method_data.type === 'us_bank_account') {
    return tokenOfBank(
      call,
      {
        routingNumber: bank?.routing_number ?? '',
        accountNumber: bank?.account_number ?? '',
        holderType: bank?.account_holder_type ?? 'individual',
        accountType: bank?.account_type ?? 'checking',
        instant: Boolean(bank?.financial_connections_account),
      },
      {
        name: billing?.name ?? null,
        email: billing?.email ?? null,
        returnUrl: params.return_url ?? null,
        setupFutureUsage: params.setup_future_usage ?? null,
      },
    )
  }
  if (params.payment_method_data.type === 'affirm') {
    const { name = null, email = null } = billing ?? {}
    return tokenOfAffirm(call, { name, email, returnUrl: params.return_url ?? null })
  }
  return tokenOfCard(
    call,
    {
      number: card?.number ?? '',
      expMonth: card?.exp_month ?? 0,
      expYear: card?.exp_year ?? 0,
      cvc: card?.cvc ?? null,
      name: billing?.name ?? null,
      wallet: card?.wallet ?? undefined,
    },
    {
      returnUrl: params.return_url ?? null,
      email: billing?.email ?? null,
      setupFutureUsage: params.setup_future_usage ?? null,
    },
  )
}

const problems: { [P in CardProblem]: { message: string; param: string } } = {
  incorrect_number: { message: 'Your card number is incorrect.', param: 'number' },
  invalid_number: { message: 'The card number is not a valid credit card number.', param: 'number' },
  invalid_expiry_month: { message: "Your card's expiration month is invalid.", param: 'exp_month' },
  invalid_expiry_year: { message: "Your card's expiration year is invalid.", param: 'exp_year' },
  invalid_cvc: { message: "Your card's security code is invalid.", param: 'cvc' },
}

export function tokenOfCard(
  call: Call,
  entry: CardEntry,
  more: { returnUrl: string | null; email: string | null; setupFutureUsage?: 'off_session' | null },
): unknown {
  const read = readCard(entry, call.world.clock.now())
  if ('problem' in read) {
    throw new ApiError(402, { type: 'card_error', code: read.problem, ...problems[read.problem] })
  }
  return createConfirmationToken(call, read.card, more)
}

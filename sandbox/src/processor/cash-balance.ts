import type { Stripe } from 'stripe'
import { newId } from '../ids.ts'
import type { Kinds } from '../kinds.ts'
import type { World } from '../world.ts'
import { invalidRequest } from './api-error.ts'
import { type Call, load } from './call.ts'
import { readCurrency } from './currencies.ts'
import { emit } from './emit-event.ts'
import { hash, integer, oneOf, readParams, text } from './read-params.ts'

/** What a customer has in cash with a business: it comes by bank transfers, and is spent on PaymentIntents. */
export function retrieveCashBalance(call: Call): unknown {
  readParams(call.params, {})
  return cashBalanceOf(call, load(call, 'customer', call.id).id)
}

export function updateCashBalance(call: Call): unknown {
  const { settings } = readParams(call.params, {
    settings: hash({ reconciliation_mode: oneOf('automatic', 'manual', 'merchant_default') }),
  })
  const customer = load(call, 'customer', call.id)
  const cash = cashOf(call.world, call.account, customer.id)
  const mode = settings?.reconciliation_mode
  if (mode) cash.mode = mode === 'merchant_default' ? null : mode
  call.world.store.put('cash', call.account, cash)
  return cashBalanceOf(call, customer.id)
}

export function listCashTransactions(call: Call): unknown {
  const { limit, starting_after } = readParams(call.params, { limit: integer, starting_after: text() })
  const customer = load(call, 'customer', call.id)
  const page = call.world.store.list('cash_transaction', call.account, {
    limit: limit ?? 10,
    startingAfter: starting_after ?? undefined,
    where: { customer: customer.id },
  })
  return { object: 'list', data: page?.data ?? [], has_more: page?.hasMore ?? false, url: call.path }
}

/** The account number at the processor to which a customer sends: always the same one. */
export function createFundingInstructions(call: Call): unknown {
  const params = readParams(
    call.params,
    {
      bank_transfer: hash({ type: oneOf('us_bank_transfer') }),
      currency: text(3),
      funding_type: oneOf('bank_transfer'),
    },
    ['bank_transfer', 'currency', 'funding_type'],
  )
  if (readCurrency(params.currency ?? '') !== 'usd')
    throw invalidRequest('The currency provided is invalid for us_bank_transfer; it takes usd only.', {
      param: 'currency',
    })
  const { world, account } = call
  const business = world.store.get('account', world.platformAccount, account)
  if (business?.capabilities?.us_bank_transfer_payments !== 'active')
    throw invalidRequest(
      'The payment method type "customer_balance" is invalid. Please ensure the provided type is activated in your dashboard.',
      { code: 'payment_intent_invalid_parameter', param: 'funding_type' },
    )
  const cash = cashOf(world, account, load(call, 'customer', call.id).id)
  world.store.put('cash', account, cash)
  const holder = {
    account_holder_address: addressOf('Sandbox Street 1'),
    account_holder_name: business.settings?.dashboard.display_name ?? 'Sandbox Business',
    account_number: cash.account_number,
    account_type: 'checking',
    bank_address: addressOf('Sandbox Avenue 2'),
    bank_name: 'Sandbox Test Bank',
  }
  return {
    object: 'funding_instructions',
    bank_transfer: {
      country: 'US',
      financial_addresses: [
        {
          type: 'aba',
          aba: { ...holder, routing_number: '999999999' },
          supported_networks: ['ach', 'domestic_wire_us'],
        },
        { type: 'swift', swift: { ...holder, swift_code: 'SNDBUS33XXX' }, supported_networks: ['swift'] },
      ],
      type: 'us_bank_transfer',
    },
    currency: 'usd',
    funding_type: 'bank_transfer',
    livemode: false,
  } satisfies Stripe.FundingInstructions
}

/** What a bank says of a transfer that came. */
export interface BankTransfer {
  amount: number
  currency: string
  reference: string | null
  sender: string | null
}

/** A bank transfer came to a customer's account number. */
export function fundCash(
  call: Call,
  customer: string,
  transfer: BankTransfer,
): Stripe.CustomerCashBalanceTransaction {
  if (!Number.isSafeInteger(transfer.amount) || transfer.amount < 1)
    throw invalidRequest('amount must be a whole number, one or more.', { param: 'amount' })
  load(call, 'customer', customer)
  const made = moveCash(call, customer, readCurrency(transfer.currency), transfer.amount, {
    type: 'funded',
    funded: {
      bank_transfer: {
        reference: transfer.reference,
        type: 'us_bank_transfer',
        us_bank_transfer: { network: 'domestic_wire_us', sender_name: transfer.sender },
      },
    },
  })
  emit(call, 'cash_balance.funds_available', cashBalanceOf(call, customer))
  return made
}

/** The processor's own way to let a transfer arrive in test mode. */
export function fundCashBalance(call: Call): unknown {
  const { amount, currency, reference } = readParams(
    call.params,
    { amount: integer, currency: text(3), reference: text() },
    ['amount', 'currency'],
  )
  const transfer = { amount, currency: currency ?? '', reference: reference ?? null, sender: null }
  return fundCash(call, call.id, transfer)
}

/** Takes cash for a PaymentIntent; false where there is too little, which takes none. */
export function spendCash(call: Call, customer: string, intent: Stripe.PaymentIntent): boolean {
  const { available } = cashOf(call.world, call.account, customer)
  if ((available[intent.currency] ?? 0) < intent.amount) return false
  moveCash(call, customer, intent.currency, -intent.amount, {
    type: 'applied_to_payment',
    applied_to_payment: { payment_intent: intent.id },
  })
  return true
}

function moveCash(
  call: Call,
  customer: string,
  currency: string,
  amount: number,
  what: Pick<Stripe.CustomerCashBalanceTransaction, 'type' | 'funded' | 'applied_to_payment'>,
): Stripe.CustomerCashBalanceTransaction {
  const { world, account } = call
  const cash = cashOf(world, account, customer)
  const ending = (cash.available[currency] ?? 0) + amount
  world.store.put('cash', account, { ...cash, available: { ...cash.available, [currency]: ending } })
  const made = {
    id: newId('ccsbtxn'),
    object: 'customer_cash_balance_transaction',
    created: world.clock.now(),
    currency,
    customer,
    customer_account: null,
    ending_balance: ending,
    livemode: false,
    net_amount: amount,
    ...what,
  } satisfies Stripe.CustomerCashBalanceTransaction
  world.store.put('cash_transaction', account, made)
  emit(call, 'customer_cash_balance_transaction.created', made)
  return made
}

function cashBalanceOf({ world, account }: Call, customer: string): Stripe.CashBalance {
  const { available, mode } = cashOf(world, account, customer)
  return {
    object: 'cash_balance',
    available: Object.keys(available).length === 0 ? null : available,
    customer,
    customer_account: null,
    livemode: false,
    settings: { reconciliation_mode: mode ?? 'automatic', using_merchant_default: mode === null },
  }
}

function cashOf(world: World, account: string, customer: string): Kinds['cash'] {
  const known = world.store.get('cash', account, customer)
  if (known) return known
  const digits = `${Math.floor(Math.random() * 1e10)}`.padStart(10, '0')
  return {
    id: customer,
    created: world.clock.now(),
    mode: null,
    available: {},
    account_number: `11${digits}`,
  }
}

function addressOf(line1: string): Stripe.Address {
  return { city: 'Springfield', country: 'US', line1, line2: null, postal_code: '12345', state: 'OR' }
}

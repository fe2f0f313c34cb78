import type { Stripe } from 'stripe'
import { newId } from '../ids.ts'
import type { World } from '../world.ts'
import { exchangeRate } from './currencies.ts'

const availableAfterSeconds = 2 * 24 * 3600
const feePerMille = 29
const fixedFee = 30
const disputeFee = 1500
const debitFeePerMille = 8
const mostDebitFee = 500
const debitFailureFee = 400

type Booking = Pick<
  Stripe.BalanceTransaction,
  'amount' | 'currency' | 'description' | 'exchange_rate' | 'reporting_category' | 'type'
> & {
  source: string
  fee?: number
  availableOn?: number
  feeDescription?: string
}

/** A charge's amount and fee, in its own currency where the account has a bank account for it, else converted. */
export function addChargeTransaction(
  world: World,
  account: string,
  charge: Stripe.Charge,
): Stripe.BalanceTransaction {
  const currency = settlementCurrency(world, account, charge.currency)
  const rate = currency === charge.currency ? null : exchangeRate(charge.currency, currency)
  const amount = Math.round(charge.amount * (rate ?? 1))
  return add(world, account, {
    amount,
    currency,
    description: charge.description,
    exchange_rate: rate,
    fee: Math.floor((amount * feePerMille + 500) / 1000) + fixedFee,
    feeDescription: 'Stripe processing fees',
    reporting_category: 'charge',
    source: charge.id,
    type: 'charge',
  })
}

/** A bank debit stands on the balance from when it is sent to the bank, pending until its days are over. */
export function addDebitTransaction(
  world: World,
  account: string,
  charge: Stripe.Charge,
  availableOn: number,
): Stripe.BalanceTransaction {
  return add(world, account, {
    amount: charge.amount,
    availableOn,
    currency: charge.currency,
    description: charge.description,
    exchange_rate: null,
    fee: Math.min(Math.floor((charge.amount * debitFeePerMille + 500) / 1000), mostDebitFee),
    feeDescription: 'Stripe processing fees',
    reporting_category: 'charge',
    source: charge.id,
    type: 'payment',
  })
}

/**
 * A debit that failed leaves the balance as it came. Stripe's reference calls this movement the reversal of the charge's,
 * and its guide to ACH debits says that a failure costs a fee (its price list: 4.00). That both stand in this one
 * movement is our reading: no published example shows it. The product books what is left of the two movements,
 * whichever way the fee is spread over them.
 */
export function addDebitFailureTransaction(
  world: World,
  account: string,
  charge: Stripe.Charge,
): Stripe.BalanceTransaction {
  const original = world.store.get('balance_transaction', account, String(charge.balance_transaction))
  return add(world, account, {
    amount: -charge.amount,
    currency: charge.currency,
    description: `Payment failure refund for ${charge.id}`,
    exchange_rate: null,
    fee: debitFailureFee - (original?.fee ?? 0),
    feeDescription: 'ACH failure fee, less the processing fee that is given back',
    reporting_category: 'charge_failure',
    source: charge.id,
    type: 'payment_failure_refund',
  })
}

/** A refund leaves at the rate of its charge; the one that empties the charge takes the exact rest. */
export function addRefundTransaction(
  world: World,
  account: string,
  charge: Stripe.Charge,
  refund: Pick<Stripe.Refund, 'id' | 'amount'>,
): Stripe.BalanceTransaction {
  const original = world.store.get('balance_transaction', account, String(charge.balance_transaction))
  const rate = original?.exchange_rate ?? null
  const emptied = charge.amount_refunded + refund.amount === charge.amount
  const amount =
    emptied && original
      ? -(original.amount + converted(world, account, charge))
      : -Math.round(refund.amount * (rate ?? 1))
  return add(world, account, {
    amount,
    currency: original?.currency ?? charge.currency,
    description: `REFUND FOR CHARGE${charge.description ? ` (${charge.description})` : ''}`,
    exchange_rate: rate,
    reporting_category: 'refund',
    source: refund.id,
    type: 'refund',
  })
}

export function addRefundFailureTransaction(
  world: World,
  account: string,
  refund: Stripe.Refund,
): Stripe.BalanceTransaction {
  const original = world.store.get('balance_transaction', account, String(refund.balance_transaction))
  return add(world, account, {
    amount: -(original?.amount ?? -refund.amount),
    currency: original?.currency ?? refund.currency,
    description: 'REFUND FAILURE',
    exchange_rate: original?.exchange_rate ?? null,
    reporting_category: 'refund_failure',
    source: refund.id,
    type: 'refund_failure',
  })
}

export function addDisputeTransaction(
  world: World,
  account: string,
  charge: Stripe.Charge,
  disputeId: string,
): Stripe.BalanceTransaction {
  const original = world.store.get('balance_transaction', account, String(charge.balance_transaction))
  return add(world, account, {
    amount: -(original?.amount ?? charge.amount),
    currency: original?.currency ?? charge.currency,
    description: `Chargeback withdrawal for ${charge.id}`,
    exchange_rate: original?.exchange_rate ?? null,
    fee: disputeFee,
    feeDescription: 'Dispute fee',
    reporting_category: 'dispute',
    source: disputeId,
    type: 'adjustment',
  })
}

function add(world: World, account: string, booking: Booking): Stripe.BalanceTransaction {
  const created = world.clock.now()
  const { fee = 0, feeDescription = null, availableOn = created + availableAfterSeconds, ...rest } = booking
  const transaction = {
    id: newId('txn'),
    object: 'balance_transaction',
    ...rest,
    available_on: availableOn,
    balance_type: 'payments',
    created,
    fee,
    fee_details: fee
      ? [
          {
            amount: fee,
            application: null,
            currency: booking.currency,
            description: feeDescription,
            type: 'stripe_fee',
          },
        ]
      : [],
    net: booking.amount - fee,
    status: 'pending',
  } satisfies Stripe.BalanceTransaction
  world.store.put('balance_transaction', account, transaction)
  return transaction
}

/** What the charge's earlier refunds took from the balance, as a negative sum. */
function converted(world: World, account: string, charge: Stripe.Charge): number {
  const refunds = world.store.list('refund', account, {
    limit: Number.MAX_SAFE_INTEGER,
    where: { charge: charge.id },
  })
  let sum = 0
  for (const refund of refunds?.data ?? []) {
    for (const id of [refund.balance_transaction, refund.failure_balance_transaction]) {
      if (typeof id === 'string') sum += world.store.get('balance_transaction', account, id)?.amount ?? 0
    }
  }
  return sum
}

function settlementCurrency(world: World, accountId: string, currency: string): string {
  const account = world.store.get('account', world.platformAccount, accountId)
  const settled = account?.external_accounts?.data.some((bank) => bank.currency === currency)
  return settled ? currency : (account?.default_currency ?? 'usd')
}

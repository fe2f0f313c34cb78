import type { Stripe } from 'stripe'
import { newId } from '../ids.ts'
import type { World } from '../world.ts'
import { exchangeRate } from './currencies.ts'
import { planPayouts } from './plan-payout.ts'

const availableAfterSeconds = 2 * 24 * 3600
const feePerMille = 29
const fixedFee = 30
const affirmFeePerMille = 60
const disputeFee = 1500
/** A bank transfer costs a share of it, at most this (docs.stripe.com: 0.5 %, capped at 5.00). */
const transferFeePerMille = 5
const mostTransferFee = 500
const debitFeePerMille = 8
const mostDebitFee = 500
const debitFailureFee = 400

type Booking = { payout?: string } & Pick<
  Stripe.BalanceTransaction,
  'amount' | 'currency' | 'description' | 'exchange_rate' | 'reporting_category' | 'type'
> & {
    source: string | null
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
  const type = charge.payment_method_details?.type
  const perMille = type === 'affirm' ? affirmFeePerMille : feePerMille
  const fee =
    type === 'customer_balance'
      ? Math.min(Math.floor((amount * transferFeePerMille + 500) / 1000), mostTransferFee)
      : Math.floor((amount * perMille + 500) / 1000) + fixedFee
  return add(world, account, {
    amount,
    currency,
    description: charge.description,
    exchange_rate: rate,
    fee,
    feeDescription: 'Stripe processing fees',
    reporting_category: 'charge',
    source: charge.id,
    type: type === 'card' ? 'charge' : 'payment',
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
  failureFee: number = debitFailureFee,
): Stripe.BalanceTransaction {
  const original = world.store.get('balance_transaction', account, String(charge.balance_transaction))
  return add(world, account, {
    amount: -charge.amount,
    currency: charge.currency,
    description: `Payment failure refund for ${charge.id}`,
    exchange_rate: null,
    fee: failureFee - (original?.fee ?? 0),
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
  dispute: Pick<Stripe.Dispute, 'id' | 'amount'>,
): Stripe.BalanceTransaction {
  const original = world.store.get('balance_transaction', account, String(charge.balance_transaction))
  const rate = original?.exchange_rate ?? null
  const isWhole = dispute.amount === charge.amount && original !== undefined
  return add(world, account, {
    amount: isWhole ? -original.amount : -Math.round(dispute.amount * (rate ?? 1)),
    currency: original?.currency ?? charge.currency,
    description: `Chargeback withdrawal for ${charge.id}`,
    exchange_rate: rate,
    fee: disputeFee,
    feeDescription: 'Dispute fee',
    reporting_category: 'dispute',
    source: dispute.id,
    type: 'adjustment',
  })
}

/** A dispute that was won gives back what it took; its fee only where the processor says so. */
export function addDisputeReversal(
  world: World,
  account: string,
  dispute: Stripe.Dispute,
  { isFeeReturned }: { isFeeReturned: boolean },
): Stripe.BalanceTransaction {
  const taken = dispute.balance_transactions[0]
  return add(world, account, {
    amount: -(taken?.amount ?? -dispute.amount),
    currency: taken?.currency ?? dispute.currency,
    description: `Chargeback reversal for ${String(dispute.charge)}`,
    exchange_rate: taken?.exchange_rate ?? null,
    fee: isFeeReturned ? -(taken?.fee ?? 0) : 0,
    feeDescription: 'Dispute fee returned',
    reporting_category: 'dispute_reversal',
    source: dispute.id,
    type: 'adjustment',
  })
}

/** What a payout takes from the balance, or what comes back of one that failed or was canceled. */
export function addPayoutTransaction(
  world: World,
  account: string,
  payout: Stripe.Payout,
  type: 'payout' | 'payout_failure' | 'payout_cancel' = 'payout',
): Stripe.BalanceTransaction {
  const leaves = type === 'payout'
  return add(world, account, {
    amount: leaves ? -payout.amount : payout.amount,
    availableOn: world.clock.now(),
    currency: payout.currency,
    description: leaves ? payout.description : 'PAYOUT RETURNED',
    exchange_rate: null,
    ...(leaves && { payout: payout.id }),
    reporting_category: leaves ? 'payout' : 'payout_reversal',
    source: payout.id,
    type,
  })
}

/** What no payment explains: the processor's own fees, and what it sets right. */
export function addOtherTransaction(
  world: World,
  account: string,
  other: { type: 'stripe_fee' | 'adjustment'; amount: number; currency: string; description: string },
): Stripe.BalanceTransaction {
  return add(world, account, {
    ...other,
    exchange_rate: null,
    reporting_category: other.type === 'stripe_fee' ? 'fee' : 'other_adjustment',
    source: null,
  })
}

function add(world: World, account: string, booking: Booking): Stripe.BalanceTransaction {
  const created = world.clock.now()
  const {
    fee = 0,
    feeDescription = null,
    availableOn = created + availableAfterSeconds,
    payout = 'waiting',
    ...rest
  } = booking
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
  world.store.put('balance_transaction', account, { ...transaction, payout })
  if (payout === 'waiting') planPayouts(world, account, availableOn)
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

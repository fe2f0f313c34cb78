import type Stripe from 'stripe'
import type { ProcessorBalanceTransaction } from '../processor.ts'
import { reading } from '../stripe-answers.ts'
import { toBalanceTransaction } from '../stripe-objects.ts'
import type { PayoutReader, ProcessorPayout } from './payout-reader.ts'

const EXPANSION = ['balance_transaction', 'failure_balance_transaction', 'destination']
const PAGE = 100

/** Payouts by Stripe's own SDK; `at` names the account. */
export function stripePayouts(
  stripe: Stripe,
  at: (account: string | null) => Stripe.RequestOptions,
): PayoutReader {
  return {
    readPayout: (account, reference) =>
      reading(async () =>
        toPayout(await stripe.payouts.retrieve(reference, { expand: EXPANSION }, at(account))),
      ),
    async *listPayouts(account, since) {
      const list = stripe.payouts.list(
        { ...createdSince(since), limit: PAGE, expand: EXPANSION.map((path) => `data.${path}`) },
        at(account),
      )
      for await (const payout of list) yield toPayout(payout)
    },
    async *listPayoutTransactions(account, reference) {
      for await (const row of stripe.balanceTransactions.list(
        { payout: reference, limit: PAGE },
        at(account),
      ))
        yield toBalanceTransaction(row)
    },
  }
}

/** What was made since a time, by the processor's clock; all where none is given. */
export function createdSince(since: Date | null): { created?: Stripe.RangeQueryParam } {
  return since === null ? {} : { created: { gte: Math.floor(since.getTime() / 1000) } }
}

function toPayout(payout: Stripe.Payout): ProcessorPayout {
  const bank = typeof payout.destination === 'object' ? payout.destination : null
  return {
    reference: payout.id,
    status: STATUSES.find((status) => status === payout.status) ?? 'pending',
    amount: BigInt(payout.amount),
    currency: payout.currency.toUpperCase(),
    automatic: payout.automatic,
    bank:
      bank?.object === 'bank_account' && 'last4' in bank ? { name: bank.bank_name, last4: bank.last4 } : null,
    arrivesOn: new Date(payout.arrival_date * 1000).toISOString().slice(0, 10),
    failure:
      payout.failure_code === null ? null : { code: payout.failure_code, message: payout.failure_message },
    trace: payout.trace_id?.value ?? null,
    listing:
      payout.reconciliation_status === 'completed'
        ? 'listed'
        : payout.reconciliation_status === 'not_applicable'
          ? 'never'
          : 'later',
    createdAt: new Date(payout.created * 1000),
    balance: expanded(payout.balance_transaction),
    failureBalance: expanded(payout.failure_balance_transaction),
  }
}

const STATUSES = ['pending', 'in_transit', 'paid', 'failed', 'canceled'] as const

function expanded(row: string | Stripe.BalanceTransaction | null): ProcessorBalanceTransaction | null {
  return typeof row === 'object' && row !== null ? toBalanceTransaction(row) : null
}

import type { Stripe } from 'stripe'
import { type Call, load } from './call.ts'
import { listPage } from './lists.ts'
import { present, presentList } from './present.ts'
import { readParams } from './read-params.ts'

/** Objects that are only ever read. */
export function retrieve(
  kind:
    | 'balance_transaction'
    | 'charge'
    | 'confirmation_token'
    | 'dispute'
    | 'event'
    | 'file'
    | 'mandate'
    | 'payment_method'
    | 'payout',
) {
  return (call: Call): unknown => {
    readParams(call.params, {})
    return present(call, kind, load(call, kind, call.id))
  }
}

export function list(
  kind: 'balance_transaction' | 'charge' | 'dispute' | 'event' | 'payout',
  filters: string[],
) {
  return (call: Call): unknown => presentList(call, kind, listPage(call, kind, filters))
}

export function retrieveBalance(call: Call): Stripe.Balance {
  const { world, account } = call
  const now = world.clock.now()
  const sums = { available: new Map<string, number>(), pending: new Map<string, number>() }
  for (const transaction of world.store.all('balance_transaction', account)) {
    const sum = transaction.available_on <= now ? sums.available : sums.pending
    sum.set(transaction.currency, (sum.get(transaction.currency) ?? 0) + transaction.net)
  }
  const currency = world.store.get('account', world.platformAccount, account)?.default_currency ?? 'usd'
  const entries = (sum: Map<string, number>) =>
    [...(sum.size > 0 ? sum : new Map([[currency, 0]]))].map(([code, amount]) => ({
      amount,
      currency: code,
      source_types: { card: amount },
    }))
  return {
    object: 'balance',
    available: entries(sums.available),
    connect_reserved: [{ amount: 0, currency }],
    livemode: false,
    pending: entries(sums.pending),
  }
}

import type { Stripe } from 'stripe'
import { newId } from '../ids.ts'
import type { Kinds } from '../kinds.ts'
import type { World } from '../world.ts'
import { addPayoutTransaction } from './balance-transaction.ts'
import { emit } from './emit-event.ts'
import { planTask } from './plan-task.ts'

const hour = 3600
const day = 24 * hour
const sentAfterSeconds = 6 * hour
const reconciledAfterSeconds = 8 * hour

/**
 * Pays out what is available, in each currency by itself. Nothing is made of what comes to zero: it waits for more. What
 * comes to less is taken from the bank account.
 */
export function makePayouts(world: World, account: string): void {
  const now = world.clock.now()
  payOut(
    world,
    account,
    waitingOf(world, account).filter(({ available_on }) => available_on <= now),
  )
}

/** Pays out all that stands on the balance, whether it is available yet or not: for who does not want to wait. */
export function payOutAll(world: World, account: string): void {
  payOut(world, account, waitingOf(world, account))
}

/** What went with no payout yet, newest first; what a bank has not yet given goes with none. */
export function waitingOf(world: World, account: string): Kinds['balance_transaction'][] {
  const limit = Number.MAX_SAFE_INTEGER
  const waiting = world.store.list('balance_transaction', account, { limit, where: { payout: 'waiting' } })
  return (waiting?.data ?? []).filter(
    ({ source }) => world.store.get('charge', account, String(source))?.status !== 'pending',
  )
}

function payOut(world: World, account: string, available: Kinds['balance_transaction'][]): void {
  for (const [currency, transactions] of Map.groupBy(available, (each) => each.currency)) {
    const amount = transactions.reduce((sum, { net }) => sum + net, 0)
    const bank = bankOf(world, account, currency)
    if (amount === 0 || bank === undefined || bank.status === 'errored') continue
    makePayout(world, account, { amount, bank, transactions })
  }
}

function bankOf(world: World, accountId: string, currency: string): Stripe.BankAccount | undefined {
  const account = world.store.get('account', world.platformAccount, accountId)
  const banks = (account?.external_accounts?.data ?? []) as Stripe.BankAccount[]
  return banks.find((bank) => bank.currency === currency && bank.default_for_currency)
}

function makePayout(
  world: World,
  account: string,
  of: { amount: number; bank: Stripe.BankAccount; transactions: Kinds['balance_transaction'][] },
): void {
  const created = world.clock.now()
  const id = newId('po')
  const arrival = nextWeekday(created)
  for (const transaction of of.transactions)
    world.store.put('balance_transaction', account, { ...transaction, payout: id })
  const payout = {
    id,
    object: 'payout',
    amount: of.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: arrival,
    automatic: true,
    balance_transaction: null,
    created,
    currency: of.bank.currency,
    description: 'STRIPE PAYOUT',
    destination: of.bank.id,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata: {},
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'in_progress',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: null,
    status: 'pending',
    trace_id: { status: 'pending', value: null },
    type: 'bank_account',
  } satisfies Stripe.Payout
  const booked = { ...payout, balance_transaction: addPayoutTransaction(world, account, payout).id }
  world.store.put('payout', account, booked)
  emit({ world, account }, 'payout.created', booked)
  planTask(world, account, 'send_payout', id, sentAfterSeconds)
  planTask(world, account, 'reconcile_payout', id, reconciledAfterSeconds)
  planTask(world, account, 'settle_payout', id, arrival - created)
}

/** Banks do not book at week-ends. */
function nextWeekday(from: number): number {
  const next = (Math.floor(from / day) + 1) * day
  const weekday = new Date(next * 1000).getUTCDay()
  return weekday === 0 ? next + day : weekday === 6 ? next + 2 * day : next
}

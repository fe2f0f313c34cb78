import type { Stripe } from 'stripe'
import type { World } from '../world.ts'
import { addPayoutTransaction } from './balance-transaction.ts'
import { type Cause, emit } from './emit-event.ts'
import { planPayouts } from './plan-payout.ts'
import { planTask } from './plan-task.ts'

/** What the bank says of a payout that does not arrive, by the processor's codes. */
export const payoutFailures: { readonly [code: string]: string } = {
  account_closed: 'The bank account has been closed.',
  no_account: 'The bank account details on file are probably incorrect. No bank account could be located.',
  insufficient_funds: 'The bank account has too little on it to be debited.',
  debit_not_authorized: 'Debit transactions are not approved on your bank account.',
  invalid_currency: 'The bank was unable to process this payout because of its currency.',
}

/** The published test accounts that no payout arrives on, by their last digits; two of them only refuse debits. */
const fates: { readonly [last4: string]: { code: string; debitsOnly?: true } } = {
  '1113': { code: 'account_closed' },
  '1116': { code: 'no_account' },
  '2227': { code: 'insufficient_funds', debitsOnly: true },
  '3335': { code: 'debit_not_authorized', debitsOnly: true },
  '4440': { code: 'invalid_currency' },
}

const retrySeconds = 24 * 3600

/** It has gone to the bank. */
export function sendPayout(world: World, account: string, id: string): void {
  const payout = world.store.get('payout', account, id)
  if (payout?.status !== 'pending') return
  change({ world, account }, payout, { status: 'in_transit' })
}

/** What it is made of can be listed from now on. */
export function reconcilePayout(world: World, account: string, id: string): void {
  const payout = world.store.get('payout', account, id)
  if (payout?.reconciliation_status !== 'in_progress') return
  const after = change({ world, account }, payout, { reconciliation_status: 'completed' })
  emit({ world, account }, 'payout.reconciliation_completed', after)
}

/** The day of its arrival has come: the bank account's own number says whether it does. */
export function settlePayout(world: World, account: string, id: string): void {
  const payout = world.store.get('payout', account, id)
  if (payout === undefined) return
  const fate = fates[bankOf(world, account, payout)?.last4 ?? '']
  const fails = fate !== undefined && (!fate.debitsOnly || payout.amount < 0)
  endPayout({ world, account }, payout, fails ? fate.code : 'paid')
}

/**
 * Ends a payout: paid, canceled, or failed with a code; one that was paid may still fail. What does not fit changes
 * nothing. What had left the balance comes back to it, and goes with the next payout.
 */
export function endPayout(cause: Cause, payout: Stripe.Payout, end: string): void {
  const { world, account } = cause
  const isOpen = payout.status === 'pending' || payout.status === 'in_transit'
  if (end === 'paid') {
    if (!isOpen) return
    const paid = change(cause, payout, {
      status: 'paid',
      trace_id: { status: 'supported', value: payout.id.slice(-15) },
    })
    emit(cause, 'payout.paid', paid)
    return
  }
  if (end === 'canceled' ? payout.status !== 'pending' : !isOpen && payout.status !== 'paid') return
  const type = end === 'canceled' ? 'payout_cancel' : 'payout_failure'
  const back = addPayoutTransaction(world, account, payout, type).id
  const ended = change(cause, payout, {
    status: end === 'canceled' ? 'canceled' : 'failed',
    failure_balance_transaction: back,
    ...(end === 'canceled' ? {} : { failure_code: end, failure_message: payoutFailures[end] ?? null }),
  })
  emit(cause, end === 'canceled' ? 'payout.canceled' : 'payout.failed', ended)
  if (end !== 'canceled') setBank(cause, payout, 'errored')
}

/**
 * Sends a failed one out again as the same payout. The processor's own way is a payout of its own, the next day, once the
 * bank account is mended; others, and its support by hand, do it like this.
 */
export function retryPayout(cause: Cause, payout: Stripe.Payout): void {
  const { world, account } = cause
  const back = world.store.get('balance_transaction', account, String(payout.failure_balance_transaction))
  // What came back and has gone with another payout already cannot go again.
  if (payout.status !== 'failed' || back?.payout !== 'waiting') return
  world.store.put('balance_transaction', account, { ...back, payout: payout.id })
  changeBank(world, account, '000123456789')
  const again = addPayoutTransaction(world, account, payout).id
  change(cause, payout, {
    status: 'pending',
    balance_transaction: again,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
  })
  planTask(world, account, 'settle_payout', payout.id, retrySeconds)
}

/** The business gave the processor another bank account: payouts that had stopped with the last one go on. */
export function changeBank(world: World, accountId: string, number: string): void {
  const account = world.store.get('account', world.platformAccount, accountId)
  if (account === undefined) return
  for (const bank of (account.external_accounts?.data ?? []) as Stripe.BankAccount[]) {
    bank.status = 'new'
    bank.last4 = number.slice(-4)
  }
  world.store.put('account', world.platformAccount, account)
  planPayouts(world, accountId, world.clock.now())
}

function setBank({ world, account }: Cause, payout: Stripe.Payout, status: string): void {
  const owner = world.store.get('account', world.platformAccount, account)
  const bank = owner?.external_accounts?.data.find(({ id }) => id === payout.destination)
  if (owner === undefined || bank?.object !== 'bank_account') return
  bank.status = status
  world.store.put('account', world.platformAccount, owner)
  emit({ world, account }, 'account.external_account.updated', bank)
}

function bankOf(world: World, account: string, payout: Stripe.Payout): Stripe.BankAccount | undefined {
  const owner = world.store.get('account', world.platformAccount, account)
  const banks = (owner?.external_accounts?.data ?? []) as Stripe.BankAccount[]
  return banks.find(({ id }) => id === payout.destination)
}

function change(cause: Cause, payout: Stripe.Payout, to: Partial<Stripe.Payout>): Stripe.Payout {
  const after = { ...payout, ...to }
  const before = Object.fromEntries(
    Object.keys(to).map((field) => [field, payout[field as keyof Stripe.Payout]]),
  )
  cause.world.store.put('payout', cause.account, after)
  emit(cause, 'payout.updated', after, before)
  return after
}

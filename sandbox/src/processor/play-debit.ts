import type { Stripe } from 'stripe'
import type { World } from '../world.ts'
import { bankBehaviours } from './bank-accounts.ts'
import { comeBack, endDebit } from './bank-debit.ts'

/** What somebody can make of a bank debit at once, whatever its account's number says. */
export const debitEnds = [
  'succeed',
  'account_closed',
  'no_account',
  'insufficient_funds',
  'debit_not_authorized',
  'return',
] as const
type DebitEnd = (typeof debitEnds)[number]

export function isDebitEnd(value: unknown): value is DebitEnd {
  return debitEnds.some((end) => end === value)
}

/** Ends a debit that is under way, or brings back one that succeeded. What does not fit changes nothing. */
export function playDebit(world: World, account: string, intent: Stripe.PaymentIntent, end: DebitEnd): void {
  const charge = world.store.get('charge', account, String(intent.latest_charge))
  if (!charge) return
  const cause = { world, account }
  if (end === 'return') comeBack(cause, charge, { reason: 'insufficient_funds', networkCode: 'R01' })
  else endDebit(cause, charge, bankBehaviours[end]?.failure)
}

import type { Stripe } from 'stripe'
import type { World } from '../world.ts'
import { endPayout, payoutFailures, reconcilePayout, retryPayout, sendPayout } from './end-payout.ts'

/** What somebody can make of a payout at once, whatever its day or bank account says. */
export const payoutActs = [
  'send',
  'reconcile',
  'pay',
  'cancel',
  'retry',
  ...Object.keys(payoutFailures),
] as const

export function isPayoutAct(value: unknown): value is string {
  return payoutActs.some((act) => act === value)
}

/** What does not fit changes nothing. */
export function playPayout(world: World, account: string, payout: Stripe.Payout, act: string): void {
  const cause = { world, account }
  if (act === 'send') sendPayout(world, account, payout.id)
  else if (act === 'reconcile') reconcilePayout(world, account, payout.id)
  else if (act === 'retry') retryPayout(cause, payout)
  else endPayout(cause, payout, act === 'pay' ? 'paid' : act === 'cancel' ? 'canceled' : act)
}

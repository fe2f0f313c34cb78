import type { Stripe } from 'stripe'
import type { World } from '../world.ts'
import { cancelPendingRefund, failRefund, settleRefund, traceRefund } from './settle-refund.ts'

/** What somebody can make of a refund at once, in the place of the banks. */
export const refundActs = ['succeed', 'fail', 'cancel', 'trace'] as const
export type RefundAct = (typeof refundActs)[number]

export function isRefundAct(value: unknown): value is RefundAct {
  return refundActs.some((act) => act === value)
}

/** What fits a refund now, for the page. */
export function actsOnRefund({ status, destination_details: to }: Stripe.Refund): readonly RefundAct[] {
  const isTraced = (to?.card ?? to?.us_bank_transfer)?.reference_status === 'available'
  if (status === 'pending') return ['succeed', 'fail', 'cancel']
  if (status === 'succeeded') return isTraced ? ['fail'] : ['trace', 'fail']
  return []
}

const acts = { succeed: settleRefund, fail: failRefund, cancel: cancelPendingRefund, trace: traceRefund }

/** Moves a refund. What does not fit changes nothing. */
export function playRefund(world: World, account: string, refund: Stripe.Refund, act: RefundAct): void {
  if (actsOnRefund(refund).includes(act)) acts[act](world, account, refund.id)
}

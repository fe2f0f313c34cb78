import { randomInt } from 'node:crypto'
import type { Stripe } from 'stripe'
import type { World } from '../world.ts'
import { addRefundFailureTransaction } from './balance-transaction.ts'
import { emit } from './emit-event.ts'
import { planTask } from './plan-task.ts'

/** Days until the banks have a name for a refund, in business seconds. */
const tracedAfterSeconds = 2 * 86_400

/** A pending refund has arrived. */
export function settleRefund(world: World, account: string, refundId: string): void {
  const refund = world.store.get('refund', account, refundId)
  if (refund?.status !== 'pending') return
  refund.status = 'succeeded'
  delete refund.pending_reason
  world.store.put('refund', account, refund)
  tell(world, account, refund, { status: 'pending' })
  planTrace(world, account, refundId)
}

/** When the banks have a name for a refund that succeeded. */
export function planTrace(world: World, account: string, refundId: string): void {
  planTask(world, account, 'trace_refund', refundId, tracedAfterSeconds)
}

/** The banks have a name for it now: a card's ARN of 23 digits, a bank transfer's trace number of 15. */
export function traceRefund(world: World, account: string, refundId: string): void {
  const refund = world.store.get('refund', account, refundId)
  const to = refund?.destination_details?.card ?? refund?.destination_details?.us_bank_transfer
  if (refund?.status !== 'succeeded' || !to || to.reference_status === 'available') return
  const length = refund.destination_details?.card ? 23 : 15
  to.reference = Array.from({ length }, () => randomInt(10)).join('')
  to.reference_status = 'available'
  world.store.put('refund', account, refund)
  tell(world, account, refund, {})
}

/** The payer's bank sent a refund back: the money returns to the balance and the charge can be refunded again. */
export function failRefund(world: World, account: string, refundId: string): void {
  end(world, account, refundId, 'failed')
}

/** A refund that is under way is called back, as when its payment comes back first. */
export function cancelPendingRefund(world: World, account: string, refundId: string): void {
  if (world.store.get('refund', account, refundId)?.status === 'pending')
    end(world, account, refundId, 'canceled')
}

function end(world: World, account: string, refundId: string, status: 'failed' | 'canceled'): void {
  const refund = world.store.get('refund', account, refundId)
  const charge = world.store.get('charge', account, String(refund?.charge))
  if (!refund || !charge || refund.status === 'failed' || refund.status === 'canceled') return
  const before = refund.status
  refund.status = status
  if (status === 'failed')
    refund.failure_reason = refund.destination_details?.card ? 'expired_or_canceled_card' : 'declined'
  refund.failure_balance_transaction = addRefundFailureTransaction(world, account, refund).id
  charge.amount_refunded -= refund.amount
  charge.refunded = false
  world.store.put('refund', account, refund)
  world.store.put('charge', account, charge)
  if (status === 'failed') emit({ world, account }, 'refund.failed', refund, { status: before })
  tell(world, account, refund, { status: before })
  emit({ world, account }, 'charge.updated', charge, {
    amount_refunded: charge.amount_refunded + refund.amount,
  })
}

function tell(world: World, account: string, refund: Stripe.Refund, before: Partial<Stripe.Refund>): void {
  for (const type of ['refund.updated', 'charge.refund.updated'] as const)
    emit({ world, account }, type, refund, before)
}

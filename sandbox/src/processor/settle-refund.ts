import type { World } from '../world.ts'
import { addRefundFailureTransaction } from './balance-transaction.ts'
import { emit } from './emit-event.ts'

/** A pending refund has arrived. */
export function settleRefund(world: World, account: string, refundId: string): void {
  const refund = world.store.get('refund', account, refundId)
  if (refund?.status !== 'pending') return
  refund.status = 'succeeded'
  delete refund.pending_reason
  world.store.put('refund', account, refund)
  for (const type of ['refund.updated', 'charge.refund.updated'] as const) {
    emit({ world, account }, type, refund, { status: 'pending' })
  }
}

/** The card's bank sent a refund back: the money returns to the balance and the charge can be refunded again. */
export function failRefund(world: World, account: string, refundId: string): void {
  const refund = world.store.get('refund', account, refundId)
  const charge = world.store.get('charge', account, String(refund?.charge))
  if (!refund || !charge || refund.status === 'failed' || refund.status === 'canceled') return
  const before = refund.status
  refund.status = 'failed'
  refund.failure_reason = 'expired_or_canceled_card'
  refund.failure_balance_transaction = addRefundFailureTransaction(world, account, refund).id
  charge.amount_refunded -= refund.amount
  charge.refunded = false
  world.store.put('refund', account, refund)
  world.store.put('charge', account, charge)
  for (const type of ['refund.failed', 'refund.updated', 'charge.refund.updated'] as const) {
    emit({ world, account }, type, refund, { status: before })
  }
  emit({ world, account }, 'charge.updated', charge, {
    amount_refunded: charge.amount_refunded + refund.amount,
  })
}

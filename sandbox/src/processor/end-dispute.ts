import type { Stripe } from 'stripe'
import type { World } from '../world.ts'
import { addDisputeReversal, addDisputeTransaction } from './balance-transaction.ts'
import { type Cause, emit } from './emit-event.ts'
import { planTask } from './plan-task.ts'

const answerWithinSeconds = 9 * 24 * 3600

export function disputesOf(world: World, account: string, chargeId: string): Stripe.Dispute[] {
  return world.store.list('dispute', account, { limit: 100, where: { charge: chargeId } })?.data ?? []
}

export function isInquiry({ status }: Stripe.Dispute): boolean {
  return status === 'warning_needs_response' || status === 'warning_under_review'
}

/** Whether its bank has not decided it yet. */
export function isUndecided({ status }: Stripe.Dispute): boolean {
  return status === 'needs_response' || status === 'under_review'
}

/** The bank decides for the business: what was taken comes back. A dispute that was lost may be won after all. */
export function winDispute(cause: Cause, dispute: Stripe.Dispute, isFeeReturned = false): void {
  if (!isUndecided(dispute) && dispute.status !== 'lost') return
  const before = dispute.status
  const { world, account } = cause
  dispute.balance_transactions.push(addDisputeReversal(world, account, dispute, { isFeeReturned }))
  dispute.is_charge_refundable = true
  close(cause, dispute, 'won', before)
  emit(cause, 'charge.dispute.funds_reinstated', dispute)
}

/** The bank decides for the payer. Of what was not disputed the rest can still be refunded. */
export function loseDispute(cause: Cause, dispute: Stripe.Dispute): void {
  if (!isUndecided(dispute)) return
  const charge = cause.world.store.get('charge', cause.account, String(dispute.charge))
  dispute.is_charge_refundable = charge !== undefined && dispute.amount < charge.amount
  close(cause, dispute, 'lost', dispute.status)
}

/** What the bank only asked becomes a dispute: the money is taken. */
export function escalateInquiry(cause: Cause, dispute: Stripe.Dispute): void {
  const { world, account } = cause
  const charge = world.store.get('charge', account, String(dispute.charge))
  if (!isInquiry(dispute) || charge === undefined) return
  const before = dispute.status
  dispute.balance_transactions = [addDisputeTransaction(world, account, charge, dispute)]
  dispute.evidence_details.due_by = world.clock.now() + answerWithinSeconds
  dispute.is_charge_refundable = false
  dispute.status = 'needs_response'
  const card = dispute.payment_method_details?.card
  if (card) card.case_type = 'chargeback'
  world.store.put('dispute', account, dispute)
  planTask(world, account, 'expire_dispute', dispute.id, answerWithinSeconds)
  emit(cause, 'charge.dispute.updated', dispute, { status: before })
  emit(cause, 'charge.dispute.funds_withdrawn', dispute)
}

/** The bank asks no more: nothing was ever taken. */
export function closeInquiry(cause: Cause, dispute: Stripe.Dispute): void {
  if (isInquiry(dispute)) close(cause, dispute, 'warning_closed', dispute.status)
}

/** Who got all of it back has nothing left to ask. */
export function closeInquiries(cause: Cause, chargeId: string): void {
  for (const dispute of disputesOf(cause.world, cause.account, chargeId)) closeInquiry(cause, dispute)
}

/** Nobody answered in time. An inquiry that is not answered stays one until its bank does something. */
export function expireDispute(world: World, account: string, id: string): void {
  const dispute = world.store.get('dispute', account, id)
  if (dispute === undefined || Number(dispute.evidence_details.due_by) > world.clock.now()) return
  if (dispute.status !== 'needs_response' && dispute.status !== 'warning_needs_response') return
  dispute.evidence_details.past_due = true
  if (dispute.status === 'needs_response') loseDispute({ world, account }, dispute)
  else {
    world.store.put('dispute', account, dispute)
    emit({ world, account }, 'charge.dispute.updated', dispute)
  }
}

function close(
  cause: Cause,
  dispute: Stripe.Dispute,
  status: 'won' | 'lost' | 'warning_closed',
  before: Stripe.Dispute.Status,
): void {
  dispute.status = status
  cause.world.store.put('dispute', cause.account, dispute)
  emit(cause, 'charge.dispute.closed', dispute, { status: before })
}

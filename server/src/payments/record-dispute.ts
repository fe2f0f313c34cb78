import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { clearDue, setDue } from '../lib/due.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { type DisputeState, isDisputeOpen, wayTo } from './dispute.state.ts'
import { type Dispute, insertDispute, lockDisputeByReference, saveDispute } from './disputes.queries.ts'
import {
  disputeClosed,
  disputeEscalated,
  disputeLost,
  disputeOpened,
  disputeSubmitted,
  disputeWon,
  paymentChargedBack,
  paymentRegained,
} from './events.ts'
import { nextDisputeLook } from './next-look.ts'
import { isTaken } from './payment.state.ts'
import { lockPayment, type Payment, type PaymentId } from './payments.queries.ts'
import { postDispute } from './postings.ts'
import type { ProcessorDispute } from './processor.ts'
import { recordBalanceTransaction } from './record-balance-transaction.ts'

/** The job that asks the processor about a dispute whose end is open. */
export const RESOLVE_DISPUTE = 'resolve_dispute'

/**
 * Records what the processor says of a dispute, once, in whatever order it is told: the webhook, the poller and the
 * answer to evidence all end here. The money follows the processor's own movements, so it is booked when it moves and
 * not when a state is told. Returns undefined where there is no payment of ours that it could be of, or where it is of a
 * bank debit: what a bank takes back of that is final, and recorded as its return.
 */
export async function recordDispute(
  tx: Tx,
  actor: Actor,
  now: Date,
  paymentId: PaymentId,
  told: ProcessorDispute,
): Promise<Dispute | undefined> {
  const payment = await lockPayment(tx, paymentId)
  if (payment === undefined || payment.method === 'ach' || !isTaken(payment.state)) return undefined
  const known = await lockDisputeByReference(tx, told.reference)
  const before = known ?? (await open(tx, payment, told))
  const way = wayTo(before.state, told.status) ?? []
  const isNews = told.status === before.state || way.length > 0
  const dispute: Dispute = {
    ...before,
    state: way.at(-1) ?? before.state,
    // What is told late says nothing new of these.
    reason: isNews ? told.reason : before.reason,
    networkCode: told.networkCode ?? before.networkCode,
    dueBy: isNews ? told.dueBy : before.dueBy,
    submittedAt: before.submittedAt ?? (told.isSubmitted ? now : null),
    answeringSince: null,
  }
  if (!isDisputeOpen(dispute.state)) dispute.decidedAt = before.decidedAt ?? now
  if (before.state === 'lost' && dispute.state === 'won') dispute.decidedAt = now
  await keepMovements(tx, actor, now, payment, dispute, told)
  const money = moveMoney(tx, now, dispute, told)
  await saveDispute(tx, before.state, dispute)
  const after = await savePayment(tx, payment, dispute, money)
  const at = nextDisputeLook(dispute, now)
  await (at === null
    ? clearDue(tx, RESOLVE_DISPUTE, dispute.id)
    : setDue(tx, RESOLVE_DISPUTE, dispute.id, at))
  if (known === undefined)
    await emit(tx, actor, disputeOpened, dispute.id, { ...dispute, state: before.state })
  for (const state of way) await emit(tx, actor, EVENT[state], dispute.id, { ...dispute, state })
  if (money === 'lost') await emit(tx, actor, paymentChargedBack, payment.id, { payment: after, dispute })
  if (money === 'regained') await emit(tx, actor, paymentRegained, payment.id, { payment: after, dispute })
  return dispute
}

const EVENT = {
  inquiry: disputeOpened,
  needs_response: disputeEscalated,
  under_review: disputeSubmitted,
  won: disputeWon,
  lost: disputeLost,
  closed: disputeClosed,
} as const satisfies Record<DisputeState, unknown>

/** A dispute begins as what it must have begun as: an inquiry where nothing was taken, else one that needs a response. */
async function open(tx: Tx, payment: Payment, told: ProcessorDispute): Promise<Dispute> {
  const isInquiry = told.status === 'inquiry' || (told.status === 'closed' && told.movements.length === 0)
  // Books are in the payment's currency; where the bank's own differs, all of the payment is meant.
  const amount = told.currency === payment.currency ? told.amount : payment.amount
  const dispute: Dispute = {
    id: newId<'dsp'>(),
    paymentId: payment.id,
    processorReference: told.reference,
    amount,
    currency: payment.currency,
    reason: told.reason,
    networkCode: told.networkCode,
    state: isInquiry ? 'inquiry' : 'needs_response',
    dueBy: told.dueBy,
    openedAt: told.openedAt,
    decidedAt: null,
    withdrawnAt: null,
    reinstatedAt: null,
    chargedBackAt: null,
    fee: 0n,
    feeCurrency: null,
    evidence: null,
    submittedAt: null,
    answeringSince: null,
    answers: 0,
  }
  await insertDispute(tx, dispute)
  return dispute
}

async function keepMovements(
  tx: Tx,
  actor: Actor,
  now: Date,
  payment: Payment,
  dispute: Dispute,
  { movements }: ProcessorDispute,
): Promise<void> {
  for (const balance of movements) {
    await recordBalanceTransaction(tx, actor, now, {
      kind: balance.gross < 0n ? 'dispute' : 'dispute_reversal',
      payment,
      refundId: null,
      disputeId: dispute.id,
      balance,
    })
  }
  // Of what is kept, not of what was just read: that may be older than what was read before.
  const kept = await tx.one(sql<{ fee: bigint; currency: string | null }>`
    select coalesce(sum(fee), 0)::bigint fee, min(currency) currency from payments.balance_transactions
    where company_id = ${tx.companyId} and dispute_id = ${dispute.id}`)
  dispute.fee = kept.fee
  dispute.feeCurrency = kept.currency
}

/**
 * Books what moved and was not booked: 1080 / 1050 when it was taken, 1050 / 1080 when it came back, 2150 / 1080 when it
 * is gone, 1050 / 2150 when it came back even so. Says what whoever knows of the payment's use must follow.
 */
function moveMoney(
  tx: Tx,
  now: Date,
  dispute: Dispute,
  { movements }: ProcessorDispute,
): 'lost' | 'regained' | undefined {
  if (dispute.withdrawnAt === null && movements.some(({ gross }) => gross < 0n)) {
    dispute.withdrawnAt = now
    postDispute(tx, now, 'dispute_withdrawn', dispute)
  }
  if (dispute.withdrawnAt === null) return undefined
  if (dispute.reinstatedAt === null && movements.some(({ gross }) => gross > 0n)) {
    dispute.reinstatedAt = now
    if (dispute.chargedBackAt === null) {
      postDispute(tx, now, 'dispute_reinstated', dispute)
      return undefined
    }
    postDispute(tx, now, 'dispute_regained', dispute)
    return 'regained'
  }
  if (dispute.state !== 'lost' || dispute.chargedBackAt !== null || dispute.reinstatedAt !== null)
    return undefined
  dispute.chargedBackAt = now
  postDispute(tx, now, 'dispute_lost', dispute)
  return 'lost'
}

/**
 * A payment of which something is gone for good is charged back, and succeeded again when nothing is. A dispute that is
 * lost, but whose money was not seen to move yet, holds it as an open one does.
 */
async function savePayment(
  tx: Tx,
  payment: Payment,
  dispute: Dispute,
  money: 'lost' | 'regained' | undefined,
): Promise<Payment> {
  const { amount } = dispute
  const chargedBack = payment.chargedBack + (money === 'lost' ? amount : money === 'regained' ? -amount : 0n)
  const row = await tx.one(sql<{ disputed: boolean }>`
    update payments.payments p set charged_back = ${chargedBack},
      state = ${chargedBack > 0n ? 'charged_back' : 'succeeded'},
      disputed = exists (select 1 from payments.disputes d
        where d.company_id = p.company_id and d.payment_id = p.id and (d.state in ('needs_response', 'under_review')
          or d.state = 'lost' and d.charged_back_at is null and d.reinstated_at is null))
    where p.company_id = ${tx.companyId} and p.id = ${payment.id} and p.state = ${payment.state}
    returning p.disputed`)
  return {
    ...payment,
    state: chargedBack > 0n ? 'charged_back' : 'succeeded',
    chargedBack,
    disputed: row.disputed,
  }
}

import { ACCOUNT, post } from '../ledger/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { clearDue, setDue } from '../lib/due.ts'
import { InvariantBroken } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { refundFailed, refundPending, refundSucceeded } from './events.ts'
import { findPayment } from './payments.queries.ts'
import type { ProcessorRefund } from './processor.ts'
import { recordBalanceTransaction } from './record-balance-transaction.ts'
import { type RefundEvent, type RefundState, refundStates } from './refund.state.ts'
import { lockRefund, type Refund, type RefundId } from './refunds.queries.ts'
import { RESOLVE_REFUND } from './request-refund.ts'

const EVENT: Readonly<Record<ProcessorRefund['status'], RefundEvent>> = {
  pending: 'submit',
  succeeded: 'succeed',
  failed: 'fail',
  canceled: 'cancel',
}
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Records what the processor says of a refund, once, in whatever order it is told. */
export async function recordRefundOutcome(
  tx: Tx,
  actor: Actor,
  now: Date,
  refundId: RefundId,
  outcome: ProcessorRefund | 'unknown',
): Promise<Refund> {
  const before = await lockRefund(tx, refundId)
  if (before === undefined) throw new InvariantBroken('An outcome came for a refund that was never recorded.')
  if (outcome === 'unknown') {
    await setDue(tx, RESOLVE_REFUND, refundId, new Date(now.getTime() + 60_000))
    return before
  }
  await keepMovements(tx, actor, now, before, outcome)
  const to = refundStates[before.state][EVENT[outcome.status]]
  if (to === undefined || to === before.state) {
    await lookAgain(tx, now, before)
    return before
  }
  const after = {
    ...before,
    state: to,
    processorReference: outcome.reference ?? before.processorReference,
    failureReason: outcome.failureReason,
    settledAt: to === 'pending' ? null : now,
  }
  await tx.change(sql`
    update payments.refunds set state = ${to}, processor_reference = ${after.processorReference},
      failure_reason = ${after.failureReason}, settled_at = ${after.settledAt}
    where company_id = ${tx.companyId} and id = ${refundId} and state = ${before.state}`)
  await (to === 'pending' ? pending(tx, actor, now, after) : settle(tx, actor, now, before.state, after))
  return after
}

async function pending(tx: Tx, actor: Actor, now: Date, refund: Refund): Promise<void> {
  await Promise.all([lookAgain(tx, now, refund), emit(tx, actor, refundPending, refund.id, refund)])
}

/**
 * When the processor is asked again without being told to. One that is pending: every hour. One that succeeded may
 * come back from the payer's bank for weeks: after a day, then every few days, for a month and a half.
 */
async function lookAgain(tx: Tx, now: Date, refund: Refund): Promise<void> {
  const after =
    refund.state === 'pending' ? HOUR_MS : refund.state === 'succeeded' ? laterLook(now, refund) : undefined
  await (after === undefined
    ? clearDue(tx, RESOLVE_REFUND, refund.id)
    : setDue(tx, RESOLVE_REFUND, refund.id, new Date(now.getTime() + after)))
}

function laterLook(now: Date, refund: Refund): number | undefined {
  const age = now.getTime() - (refund.settledAt ?? refund.createdAt).getTime()
  if (age > 45 * DAY_MS) return undefined
  return age < DAY_MS ? DAY_MS : 4 * DAY_MS
}

/** 2300 / 1050 when the money has gone; back again when a refund that had gone comes back. */
async function settle(tx: Tx, actor: Actor, now: Date, was: RefundState, refund: Refund): Promise<void> {
  const done = refund.state === 'succeeded'
  const signed = done ? refund.amount : was === 'succeeded' ? -refund.amount : 0n
  await Promise.all([
    tx.change(sql`
      update payments.payments set
        refunding = refunding - ${was === 'succeeded' ? 0n : refund.amount},
        refunded = refunded + ${signed}
      where company_id = ${tx.companyId} and id = ${refund.paymentId}`),
    post(tx, {
      kind: done ? 'refund_succeeded' : 'refund_returned',
      at: now,
      currency: refund.currency,
      subjectType: 'refund',
      subjectId: refund.id,
      transfers: [{ debit: ACCOUNT.refundsPayable, credit: ACCOUNT.processorBalance, amount: signed }],
    }),
    lookAgain(tx, now, refund),
  ])
  await emit(tx, actor, done ? refundSucceeded : refundFailed, refund.id, refund)
}

async function keepMovements(
  tx: Tx,
  actor: Actor,
  now: Date,
  refund: Refund,
  outcome: ProcessorRefund,
): Promise<void> {
  const payment = await findPayment(tx, refund.paymentId)
  if (payment === undefined) throw new InvariantBroken('A refund without its payment.')
  if (outcome.balance !== null) {
    await recordBalanceTransaction(tx, actor, now, {
      kind: 'refund',
      payment,
      refundId: refund.id,
      balance: outcome.balance,
    })
  }
  if (outcome.failureBalance !== null) {
    await recordBalanceTransaction(tx, actor, now, {
      kind: 'refund_failure',
      payment,
      refundId: refund.id,
      balance: outcome.failureBalance,
    })
  }
}

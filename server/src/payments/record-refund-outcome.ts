import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { clearDue, setDue } from '../lib/due.ts'
import { InvariantBroken } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { refundPending, refundTraced } from './events.ts'
import { findPayment } from './payments.queries.ts'
import type { ProcessorRefund } from './processor.ts'
import { recordBalanceTransaction } from './record-balance-transaction.ts'
import { type RefundEvent, refundStates } from './refund.state.ts'
import { lockRefund, type Refund, type RefundId } from './refunds.queries.ts'
import { RESOLVE_REFUND } from './request-refund.ts'
import { settleRefund } from './settle-refund.ts'

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
  const bankReference = outcome.bankReference ?? before.bankReference
  if (to === undefined || to === before.state) {
    await lookAgain(tx, now, before)
    return bankReference === before.bankReference ? before : trace(tx, actor, { ...before, bankReference })
  }
  const after = {
    ...before,
    state: to,
    processorReference: outcome.reference ?? before.processorReference,
    failureReason: outcome.failureReason,
    bankReference,
    settledAt: to === 'pending' ? null : now,
  }
  await tx.change(sql`
    update payments.refunds set state = ${to}, processor_reference = ${after.processorReference},
      failure_reason = ${after.failureReason}, bank_reference = ${bankReference}, settled_at = ${after.settledAt}
    where company_id = ${tx.companyId} and id = ${refundId} and state = ${before.state}`)
  await lookAgain(tx, now, after)
  await (to === 'pending'
    ? emit(tx, actor, refundPending, refundId, after)
    : settleRefund(tx, actor, now, before.state, after))
  return after
}

/** The banks have a name for it now, by which the payer's finds it. */
async function trace(tx: Tx, actor: Actor, refund: Refund): Promise<Refund> {
  await tx.change(sql`
    update payments.refunds set bank_reference = ${refund.bankReference}
    where company_id = ${tx.companyId} and id = ${refund.id}`)
  await emit(tx, actor, refundTraced, refund.id, refund)
  return refund
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

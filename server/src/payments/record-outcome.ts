import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { clearDue, setDue } from '../lib/due.ts'
import { InvariantBroken } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { enqueue } from '../lib/outbox.ts'
import { next } from '../lib/state.ts'
import { clearingDays } from './clearing-days.ts'
import {
  paymentFailed,
  paymentProcessing,
  paymentRequiresAction,
  paymentReturned,
  paymentSucceeded,
  paymentUncertain,
} from './events.ts'
import { keepSavedMethod } from './keep-saved-method.ts'
import { endMandate } from './mandates.queries.ts'
import { nextLook } from './next-look.ts'
import { isOpen, type PaymentEvent, type PaymentState, paymentStates } from './payment.state.ts'
import { lockPayment, type Payment, type PaymentId } from './payments.queries.ts'
import { postReceipt, postReturn, postTransit } from './postings.ts'
import type { ProcessorPayment } from './processor.ts'
import { recordBalanceTransaction } from './record-balance-transaction.ts'
import { recordFailureFee } from './record-failure-fee.ts'
import { RESOLVE_PAYMENT } from './start-payment.ts'

/** What came back from the processor about an attempt; `unknown` when nothing did. */
export type Outcome = ProcessorPayment | 'unknown'

/** The jobs that follow an outcome. */
export const CANCEL_ATTEMPT = 'cancel_attempt'
export const RECORD_FEE = 'record_fee'

const EVENT: Readonly<Record<ProcessorPayment['status'], PaymentEvent | undefined>> = {
  succeeded: 'succeed',
  processing: 'process',
  requires_action: 'require_action',
  declined: 'fail',
  canceled: 'cancel',
  unsettled: 'lose_sight',
  returned: 'return',
}

/**
 * Records what the processor says of an attempt, once. The page's answer, the browser's return, the webhook
 * and the poller all end here, in any order and any number: what is known already changes nothing, and an
 * older word never undoes a later one. A success is recorded whenever it comes. Returns the attempt as it is.
 */
export async function recordOutcome(
  tx: Tx,
  actor: Actor,
  now: Date,
  paymentId: PaymentId,
  outcome: Outcome,
): Promise<Payment> {
  const payment = await lockPayment(tx, paymentId)
  if (payment === undefined)
    throw new InvariantBroken('An outcome came for an attempt that was never recorded.')
  // Only what had succeeded comes back: where that was never told, it is recorded first.
  if (outcome !== 'unknown' && outcome.status === 'returned' && payment.state !== 'succeeded') {
    if (payment.state === 'returned' || payment.state === 'charged_back') return payment
    await recordOutcome(tx, actor, now, paymentId, { ...outcome, status: 'succeeded', returned: null })
    return recordOutcome(tx, actor, now, paymentId, outcome)
  }
  const event = outcome === 'unknown' ? 'lose_sight' : EVENT[outcome.status]
  const to = event === undefined ? undefined : transition(payment, event)
  if (to === undefined) {
    // Nothing new: while something may come of it, it is asked after again.
    const told = await keepVerification(tx, payment, outcome)
    await lookAgain(tx, now, told)
    return told
  }
  const after = { ...changed(payment, to, outcome, now), ...(await clearing(tx, now, payment, to)) }
  await save(tx, payment, after)
  postTransit(tx, now, payment, after)
  if (to === 'succeeded') await succeed(tx, actor, now, after, outcome as ProcessorPayment)
  else if (to === 'returned') await comeBack(tx, actor, now, after, outcome as ProcessorPayment)
  else await follow(tx, actor, now, payment, after)
  if (
    to === 'failed' &&
    (await recordFailureFee(tx, actor, now, after, outcome as ProcessorPayment)) === 'later'
  )
    enqueue(tx, RECORD_FEE, { payment_id: after.id })
  await keepSavedMethod(tx, actor, now, after, outcome)
  return after
}

/** The state that this word leads to, or undefined where it is old news. */
function transition(payment: Payment, event: PaymentEvent): PaymentState | undefined {
  const to = paymentStates[payment.state][event]
  return to === undefined || to === payment.state
    ? undefined
    : next('payment', paymentStates, payment.state, event)
}

function changed(payment: Payment, state: PaymentState, outcome: Outcome, now: Date): Payment {
  if (outcome === 'unknown') return { ...payment, state }
  return {
    ...payment,
    state,
    processorReference: outcome.reference ?? payment.processorReference,
    chargeReference: outcome.chargeReference ?? payment.chargeReference,
    secretShared: payment.secretShared || outcome.clientSecret !== null,
    declineCode:
      state === 'failed'
        ? outcome.declineCode
        : state === 'returned'
          ? (outcome.returned?.reason ?? null)
          : payment.declineCode,
    bankName: outcome.bank?.name ?? payment.bankName,
    bankLast4: outcome.bank?.last4 ?? payment.bankLast4,
    verifyBy: outcome.verification?.by ?? payment.verifyBy,
    verifyFrom: outcome.verification?.from ?? payment.verifyFrom,
    cardBrand: outcome.card?.brand ?? payment.cardBrand,
    cardLast4: outcome.card?.last4 ?? payment.cardLast4,
    wallet: outcome.card?.wallet ?? payment.wallet,
    fee: (state === 'succeeded' ? outcome.balance?.fee : undefined) ?? payment.fee,
    feeCurrency: (state === 'succeeded' ? outcome.balance?.currency : undefined) ?? payment.feeCurrency,
    settledAt: isOpen(state) ? null : state === 'returned' ? payment.settledAt : now,
    returnedAt: state === 'returned' ? now : payment.returnedAt,
  }
}

/** A success brings its fee along where the processor has worked it out: the row is written once. */
async function save(tx: Tx, before: Payment, after: Payment): Promise<void> {
  await tx.change(sql`
    update payments.payments set state = ${after.state}, processor_reference = ${after.processorReference},
      charge_reference = ${after.chargeReference}, secret_shared = ${after.secretShared},
      decline_code = ${after.declineCode}, card_brand = ${after.cardBrand}, card_last4 = ${after.cardLast4},
      wallet = ${after.wallet}, bank_name = ${after.bankName}, bank_last4 = ${after.bankLast4},
      clears_from = ${after.clearsFrom}, clears_to = ${after.clearsTo}, verify_by = ${after.verifyBy},
      verify_from = ${after.verifyFrom}, returned_at = ${after.returnedAt}, settled_at = ${after.settledAt}, fee = ${after.fee}, fee_currency = ${after.feeCurrency}
    where company_id = ${tx.companyId} and id = ${after.id} and state = ${before.state}`)
}

/** Money came in: 1050 / 2150, and whoever knows what it was for takes it from 2150 in the same transaction. */
async function succeed(
  tx: Tx,
  actor: Actor,
  now: Date,
  payment: Payment,
  outcome: ProcessorPayment,
): Promise<void> {
  if (outcome.amount !== payment.amount || outcome.currency !== payment.currency) {
    throw new InvariantBroken('The processor took another amount than was asked for.')
  }
  postReceipt(tx, now, payment)
  const { balance } = outcome
  if (balance === null) enqueue(tx, RECORD_FEE, { payment_id: payment.id })
  await Promise.all([
    balance && recordBalanceTransaction(tx, actor, now, { kind: 'charge', payment, refundId: null, balance }),
    lookAgain(tx, now, payment),
    emit(tx, actor, paymentSucceeded, payment.id, payment),
  ])
}

/** The bank took it back, with a fee: whoever knows what it had been for makes that owed again. */
async function comeBack(
  tx: Tx,
  actor: Actor,
  now: Date,
  payment: Payment,
  { returned }: ProcessorPayment,
): Promise<void> {
  postReturn(tx, now, payment)
  const balance = returned?.balance ?? null
  await Promise.all([
    balance && recordBalanceTransaction(tx, actor, now, { kind: 'return', payment, refundId: null, balance }),
    lookAgain(tx, now, payment),
    endMandate(tx, payment.id),
    emit(tx, actor, paymentReturned, payment.id, payment),
  ])
}

/** What a bank debit that goes out now is told to take. */
async function clearing(
  tx: Tx,
  now: Date,
  payment: Payment,
  to: PaymentState,
): Promise<Pick<Payment, 'clearsFrom' | 'clearsTo'> | undefined> {
  if (to !== 'processing' || payment.method !== 'ach') return undefined
  const { from, to: until } = await clearingDays(tx, now)
  return { clearsFrom: from, clearsTo: until }
}

/** How small deposits are told may be known only after the attempt waits for it. */
async function keepVerification(tx: Tx, payment: Payment, outcome: Outcome): Promise<Payment> {
  if (outcome === 'unknown' || outcome.verification === null || payment.state !== 'requires_action')
    return payment
  const { by, from } = outcome.verification
  if (payment.verifyBy === by && payment.verifyFrom?.getTime() === from.getTime()) return payment
  await tx.change(sql`
    update payments.payments set verify_by = ${by}, verify_from = ${from}
    where company_id = ${tx.companyId} and id = ${payment.id}`)
  return { ...payment, verifyBy: by, verifyFrom: from }
}

function lookAgain(tx: Tx, now: Date, payment: Payment): Promise<void> {
  const at = nextLook(payment, now)
  return at === null ? clearDue(tx, RESOLVE_PAYMENT, payment.id) : setDue(tx, RESOLVE_PAYMENT, payment.id, at)
}

async function follow(tx: Tx, actor: Actor, now: Date, before: Payment, after: Payment): Promise<void> {
  const kind = KIND[after.state]
  const writes: Promise<void>[] = kind === undefined ? [] : [emit(tx, actor, kind, after.id, after)]
  writes.push(lookAgain(tx, now, after))
  if (!isOpen(after.state)) {
    // A declined attempt is still open at the processor: close it, so that nothing can confirm it later.
    if (after.state === 'failed' && after.processorReference !== null && !before.secretShared) {
      enqueue(tx, CANCEL_ATTEMPT, { payment_id: after.id })
    }
  }
  await Promise.all(writes)
}

const KIND: Partial<Record<PaymentState, typeof paymentFailed>> = {
  requires_action: paymentRequiresAction,
  processing: paymentProcessing,
  failed: paymentFailed,
  canceled: paymentFailed,
  unknown: paymentUncertain,
}

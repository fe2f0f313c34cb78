import { ACCOUNT, post } from '../ledger/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { clearDue, setDue } from '../lib/due.ts'
import { InvariantBroken } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { enqueue } from '../lib/outbox.ts'
import { next } from '../lib/state.ts'
import {
  paymentFailed,
  paymentProcessing,
  paymentRequiresAction,
  paymentSucceeded,
  paymentUncertain,
} from './events.ts'
import { isOpen, type PaymentEvent, type PaymentState, paymentStates } from './payment.state.ts'
import { lockPayment, type Payment, type PaymentId } from './payments.queries.ts'
import type { ProcessorPayment } from './processor.ts'
import { recordBalanceTransaction } from './record-balance-transaction.ts'
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
}

/** An attempt that waits for its payer is given up after this long. */
const ACTION_TIMEOUT_MS = 30 * 60_000
const NEXT_LOOK_MS = 60_000

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
  const event = outcome === 'unknown' ? 'lose_sight' : EVENT[outcome.status]
  const to = event === undefined ? undefined : transition(payment, event)
  if (to === undefined) {
    // Nothing new: while its outcome is open it is asked after again, for as long as it takes.
    if (isOpen(payment.state))
      await setDue(tx, RESOLVE_PAYMENT, payment.id, new Date(now.getTime() + NEXT_LOOK_MS))
    return payment
  }
  const after = changed(payment, to, outcome, now)
  await save(tx, payment, after)
  if (to === 'succeeded') await succeed(tx, actor, now, after, outcome as ProcessorPayment)
  else await follow(tx, actor, now, payment, after)
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
    secretShared: payment.secretShared || state === 'requires_action',
    declineCode: state === 'failed' ? outcome.declineCode : payment.declineCode,
    cardBrand: outcome.card?.brand ?? payment.cardBrand,
    cardLast4: outcome.card?.last4 ?? payment.cardLast4,
    wallet: outcome.card?.wallet ?? payment.wallet,
    fee: (state === 'succeeded' ? outcome.balance?.fee : undefined) ?? payment.fee,
    feeCurrency: (state === 'succeeded' ? outcome.balance?.currency : undefined) ?? payment.feeCurrency,
    settledAt: isOpen(state) ? null : now,
  }
}

/** A success brings its fee along where the processor has worked it out: the row is written once. */
async function save(tx: Tx, before: Payment, after: Payment): Promise<void> {
  await tx.change(sql`
    update payments.payments set state = ${after.state}, processor_reference = ${after.processorReference},
      charge_reference = ${after.chargeReference}, secret_shared = ${after.secretShared},
      decline_code = ${after.declineCode}, card_brand = ${after.cardBrand}, card_last4 = ${after.cardLast4},
      wallet = ${after.wallet}, settled_at = ${after.settledAt}, fee = ${after.fee}, fee_currency = ${after.feeCurrency}
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
  post(tx, {
    kind: 'payment_succeeded',
    at: now,
    currency: payment.currency,
    subjectType: 'payment',
    subjectId: payment.id,
    transfers: [
      { debit: ACCOUNT.processorBalance, credit: ACCOUNT.receiptsClearing, amount: payment.amount },
    ],
  })
  const { balance } = outcome
  if (balance === null) enqueue(tx, RECORD_FEE, { payment_id: payment.id })
  await Promise.all([
    balance && recordBalanceTransaction(tx, actor, now, { kind: 'charge', payment, refundId: null, balance }),
    clearDue(tx, RESOLVE_PAYMENT, payment.id),
    emit(tx, actor, paymentSucceeded, payment.id, payment),
  ])
}

async function follow(tx: Tx, actor: Actor, now: Date, before: Payment, after: Payment): Promise<void> {
  const kind = KIND[after.state]
  const writes: Promise<void>[] = kind === undefined ? [] : [emit(tx, actor, kind, after.id, after)]
  if (isOpen(after.state)) {
    const wait = after.state === 'requires_action' ? ACTION_TIMEOUT_MS : NEXT_LOOK_MS
    writes.push(setDue(tx, RESOLVE_PAYMENT, after.id, new Date(now.getTime() + wait)))
  } else {
    writes.push(clearDue(tx, RESOLVE_PAYMENT, after.id))
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

import { ACCOUNT, post, type Transfer } from '../ledger/index.ts'
import type { Tx } from '../lib/db/index.ts'
import type { Payment } from './payments.queries.ts'

/** A bank debit is under way or no longer is: 1070 / 2120, and back (model.md M4). Cards are never. */
export function postTransit(tx: Tx, now: Date, before: Payment, after: Payment): void {
  if (after.method !== 'ach' || before.state === after.state) return
  const { debitsInTransit, paymentsInProcess } = ACCOUNT
  const { amount } = after
  if (after.state === 'processing')
    postDebit(tx, now, after, 'debit_begun', {
      debit: debitsInTransit,
      credit: paymentsInProcess,
      amount,
    })
  if (before.state === 'processing')
    postDebit(tx, now, after, 'debit_ended', {
      debit: paymentsInProcess,
      credit: debitsInTransit,
      amount,
    })
}

/** The bank took it back: 2150 / 1050. Whoever knows what it was for brings it to 2150 in the same transaction. */
export function postReturn(tx: Tx, now: Date, payment: Payment): void {
  postDebit(tx, now, payment, 'payment_returned', {
    debit: ACCOUNT.receiptsClearing,
    credit: ACCOUNT.processorBalance,
    amount: payment.amount,
  })
}

function postDebit(tx: Tx, now: Date, payment: Payment, kind: string, transfer: Transfer): void {
  post(tx, {
    kind,
    at: now,
    currency: payment.currency,
    subjectType: 'payment',
    subjectId: payment.id,
    transfers: [transfer],
  })
}

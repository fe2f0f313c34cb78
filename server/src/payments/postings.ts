import { ACCOUNT, type AccountCode, post, type Transfer } from '../ledger/index.ts'
import type { Tx } from '../lib/db/index.ts'
import { isTender } from '../lib/methods.ts'
import type { Dispute } from './disputes.queries.ts'
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

/** A wire that came past the processor: somebody says that the company's own bank has it. */
export function isBookedByHand({ method, processorReference }: Payment): boolean {
  return method === 'wire' && processorReference === null
}

/** Where the money of a payment stands. */
function holderOf(payment: Payment): AccountCode {
  if (isTender(payment.method)) return ACCOUNT.undepositedFunds
  if (payment.method !== 'wire') return ACCOUNT.processorBalance
  return isBookedByHand(payment) ? ACCOUNT.bank : ACCOUNT.customerCash
}

/** Money came in: 1050 / 2150; of a wire 1060 / 2150, or 1010 / 2150 at the company's own bank; cash, a cheque: 1020 / 2150. */
export function postReceipt(tx: Tx, now: Date, payment: Payment): void {
  postDebit(tx, now, payment, 'payment_succeeded', {
    debit: holderOf(payment),
    credit: ACCOUNT.receiptsClearing,
    amount: payment.amount,
  })
}

/** It is no money after all: 2150 / 1050, 2150 / 1010, or 2150 / 1020. Whoever knows what it was for brings it to 2150 in the same transaction. */
export function postReturn(tx: Tx, now: Date, payment: Payment): void {
  postDebit(tx, now, payment, 'payment_returned', {
    debit: ACCOUNT.receiptsClearing,
    credit: holderOf(payment),
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

const { processorBalance, disputedFunds, receiptsClearing } = ACCOUNT

/** What disputes move (model.md M4): the debit and the credit account of each entry. */
const ENTRIES = {
  /** The bank took the money: it is neither ours nor lost. */
  dispute_withdrawn: [disputedFunds, processorBalance],
  /** It came back before it was given up. */
  dispute_reinstated: [processorBalance, disputedFunds],
  /** It is gone: whoever knows what it had been for says what that means, in the same transaction. */
  dispute_lost: [receiptsClearing, disputedFunds],
  /** It came back after it had been given up. */
  dispute_regained: [processorBalance, receiptsClearing],
} as const satisfies Record<string, readonly [Transfer['debit'], Transfer['credit']]>

export function postDispute(tx: Tx, now: Date, kind: keyof typeof ENTRIES, dispute: Dispute): void {
  const [debit, credit] = ENTRIES[kind]
  post(tx, {
    kind,
    at: now,
    currency: dispute.currency,
    subjectType: 'dispute',
    subjectId: dispute.id,
    transfers: [{ debit, credit, amount: dispute.amount }],
  })
}

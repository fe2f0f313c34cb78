import { ownCompany } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import { dayOf } from '../lib/day-of.ts'
import type { Tx } from '../lib/db/index.ts'
import { InvalidRequest } from '../lib/errors.ts'
import { enqueue } from '../lib/outbox.ts'
import {
  DRAW_CASH,
  lockGiven,
  type PaymentId,
  type Refund,
  type RefundRequested,
  requestRefund,
  settleGiven,
} from '../payments/index.ts'
import { allocateRefund, chooseTreatment } from './allocate-refund.ts'
import type { RefundOrder } from './refund-payment.ts'

export interface GivenRefund extends RefundOrder {
  paymentId: PaymentId
  given: NonNullable<RefundRequested['given']>
}

/**
 * Books money of a payment that somebody gave back outside the processor: by a cheque, in cash, by a wire (2300 / 1010;
 * 2300 / 1020 of cash that was not banked yet).
 * It counts against what is left of the payment as any refund does, under the same lock, so that both together never
 * exceed it.
 */
export async function recordGivenRefund(
  tx: Tx,
  actor: Actor,
  now: Date,
  order: GivenRefund,
): Promise<Refund> {
  const { payment, amount } = await lockGiven(tx, order.paymentId, order.amount)
  await checkDay(tx, now, order.given.on, payment.settledAt ?? payment.createdAt)
  const treatment = await chooseTreatment(tx, payment.id, amount, order.treatment)
  const { reason, reasonCode, given } = order
  const refund = await requestRefund(tx, actor, now, payment, {
    amount,
    reason,
    reasonCode,
    treatment,
    given,
  })
  await allocateRefund(tx, actor, now, refund, payment.locale)
  // What of a wire is the company's own now, as it gave it from its bank, is no customer's cash any more.
  if (payment.method === 'wire') enqueue(tx, DRAW_CASH, { payment_id: payment.id })
  return settleGiven(tx, actor, now, refund)
}

/** Money is given back on a day between the payment's and today, as the company counts days. */
async function checkDay(tx: Tx, now: Date, day: string, paidAt: Date): Promise<void> {
  const { timeZone } = await ownCompany(tx)
  const [first, last] = [dayOf(paidAt, timeZone), dayOf(now, timeZone)]
  if (day >= first && day <= last) return
  throw new InvalidRequest(
    `The money can have been given back between ${first}, when it was paid, and today, ${last}. Nothing was booked; mend the date.`,
    { field: 'given_on' },
  )
}

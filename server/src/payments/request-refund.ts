import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { setDue } from '../lib/due.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { PaymentNotRefundable, RefundTooLarge } from './errors.ts'
import { refundRequested } from './events.ts'
import { lockPayment, type Payment, type PaymentId } from './payments.queries.ts'
import { REFUND, type Refund, type RefundTreatment } from './refunds.queries.ts'

/** The job that asks the processor about a refund whose outcome is open. */
export const RESOLVE_REFUND = 'resolve_refund'
const FIRST_LOOK_MS = 60_000

/** Locks a payment for a refund of up to what is left of it. */
export async function lockRefundable(
  tx: Tx,
  paymentId: PaymentId,
  amount: bigint | undefined,
): Promise<{ payment: Payment; amount: bigint }> {
  const payment = await lockPayment(tx, paymentId)
  if (payment === undefined) throw new NotFound('payment')
  if (payment.state !== 'succeeded' || payment.processorReference === null) {
    throw new PaymentNotRefundable(
      `This payment is ${payment.state}; only one that succeeded can be refunded. No money was moved.`,
    )
  }
  const left = payment.amount - payment.refunded - payment.refunding
  const wanted = amount ?? left
  if (wanted > left || wanted <= 0n) {
    throw new RefundTooLarge(
      `At most ${left} (minor units of ${payment.currency}) of this payment can still be refunded. No money was moved.`,
      {
        field: 'amount',
        details: { refundable_amount: Number(left), currency: payment.currency.toLowerCase() },
      },
    )
  }
  return { payment, amount: wanted }
}

/** Records a refund of a locked payment, before the processor is asked for it. */
export async function requestRefund(
  tx: Tx,
  actor: Actor,
  now: Date,
  payment: Payment,
  refund: { amount: bigint; reason: string | null; treatment: RefundTreatment },
): Promise<Refund> {
  const id = newId<'ref'>()
  const [row] = await Promise.all([
    tx.one(sql<Refund>`
      insert into payments.refunds (company_id, id, payment_id, amount, currency, reason, treatment, state, created_at)
      values (${tx.companyId}, ${id}, ${payment.id}, ${refund.amount}, ${payment.currency}, ${refund.reason},
        ${refund.treatment}, 'requested', ${now})
      returning ${REFUND}`),
    tx.change(sql`
      update payments.payments set refunding = refunding + ${refund.amount}
      where company_id = ${tx.companyId} and id = ${payment.id}`),
    setDue(tx, RESOLVE_REFUND, id, new Date(now.getTime() + FIRST_LOOK_MS)),
  ])
  await emit(tx, actor, refundRequested, id, row)
  return row
}

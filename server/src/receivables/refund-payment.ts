import type { Actor } from '../lib/actor.ts'
import type { BusinessClock } from '../lib/clock.ts'
import type { Database, Tx } from '../lib/db/index.ts'
import { externalCall } from '../lib/external-call.ts'
import type { CompanyId } from '../lib/ids.ts'
import {
  lockRefundable,
  type PaymentId,
  type Processor,
  prepareRefund,
  type Refund,
  type RefundReason,
  type RefundTreatment,
  recordRefundOutcome,
  requestRefund,
  sendRefund,
} from '../payments/index.ts'
import { allocateRefund, chooseTreatment } from './allocate-refund.ts'

export interface RefundOrder {
  paymentId: PaymentId
  /** Minor units; all that is left when not given. */
  amount: bigint | undefined
  reasonCode: RefundReason | null
  /** What somebody wrote of it. */
  reason: string | null
  treatment: RefundTreatment | undefined
}

/**
 * Gives money of a payment back. *prepayment* takes it from what the customer has with the company;
 * *reopen_invoice* takes it off the invoices it had settled, which are owed again; *reduce_sale* takes the sale back
 * by a credit note, so that nothing is owed again. Under the payment's lock no
 * two refunds can together exceed it. `claim` commits the caller's idempotency key with the refund.
 */
export async function refundPayment(
  services: { database: Database; clock: BusinessClock; processor: Processor },
  actor: Actor,
  companyId: CompanyId,
  order: RefundOrder,
  claim: (tx: Tx, refundId: string) => Promise<void>,
): Promise<Refund> {
  const { database, clock, processor } = services
  return externalCall(database, companyId, {
    prepare: async (tx) => {
      const now = clock.now()
      const { payment, amount } = await lockRefundable(tx, now, order.paymentId, order.amount)
      const treatment = await chooseTreatment(tx, payment.id, amount, order.treatment)
      const refund = await requestRefund(tx, actor, now, payment, {
        amount,
        reasonCode: order.reasonCode,
        reason: order.reason,
        treatment,
      })
      await allocateRefund(tx, actor, now, refund, payment.locale)
      await claim(tx, refund.id)
      return prepareRefund(tx, refund)
    },
    call: (prepared) => sendRefund(processor, prepared),
    record: (tx, { refund }, outcome) =>
      recordRefundOutcome(tx, actor, clock.now(), refund.id, outcome.known ? outcome.answer : 'unknown'),
  })
}

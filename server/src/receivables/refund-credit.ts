import type { Actor } from '../lib/actor.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { type Database, sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { externalCall } from '../lib/external-call.ts'
import type { CompanyId } from '../lib/ids.ts'
import {
  lockRefundable,
  type PaymentId,
  type Processor,
  prepareRefund,
  type Refund,
  type RefundReason,
  recordRefundOutcome,
  requestRefund,
  sendRefund,
} from '../payments/index.ts'
import { refundCredits } from './allocate-refund.ts'
import { notEnough } from './apply-credit.ts'
import { type Credit, type CreditId, findCredit, lockCredit } from './credits.queries.ts'
import { CreditNotRefundable } from './errors.ts'

export interface CreditRefundOrder {
  creditId: CreditId
  /** The payment whose card gets the money; the one that the credit came from when not given. */
  paymentId: PaymentId | undefined
  /** Minor units; as much as goes when not given. */
  amount: bigint | undefined
  reasonCode: RefundReason | null
  /** What somebody wrote of it. */
  reason: string | null
}

/**
 * Gives a credit back as money: 2100 or 2110 / 2300. It goes to the card of the payment that the credit came from, and
 * never more than is left of the credit and of that payment, under both their locks.
 */
export async function refundCredit(
  services: { database: Database; clock: BusinessClock; processor: Processor },
  actor: Actor,
  companyId: CompanyId,
  order: CreditRefundOrder,
  claim: (tx: Tx, refundId: string) => Promise<void>,
): Promise<Refund> {
  const { database, clock, processor } = services
  return externalCall(database, companyId, {
    prepare: async (tx) => {
      const now = clock.now()
      const seen = await findCredit(tx, order.creditId)
      if (seen === undefined) throw new NotFound('credit')
      const paymentId = await paymentOf(tx, seen, order.paymentId)
      const { payment, amount: room } = await lockRefundable(tx, now, paymentId, order.amount)
      const credit = await lockCredit(tx, seen.id)
      if (credit === undefined) throw new NotFound('credit')
      const left = credit.amount - credit.used
      const amount = order.amount ?? (left < room ? left : room)
      if (amount > left || amount === 0n) throw notEnough(left)
      const refund = await requestRefund(tx, actor, now, payment, {
        amount,
        reasonCode: order.reasonCode,
        reason: order.reason,
        treatment: 'prepayment',
      })
      await refundCredits(tx, now, refund, [
        { id: credit.id, kind: credit.kind, payableId: credit.payableId, left, taken: amount },
      ])
      await claim(tx, refund.id)
      return prepareRefund(tx, refund)
    },
    call: (prepared) => sendRefund(processor, prepared),
    record: (tx, { refund }, outcome) =>
      recordRefundOutcome(tx, actor, clock.now(), refund.id, outcome.known ? outcome.answer : 'unknown'),
  })
}

/**
 * Where the money goes: the payment that left the credit, or one that paid the invoice of its credit note, the newest
 * with something left. Another of the customer's payments only where it is named.
 */
async function paymentOf(tx: Tx, credit: Credit, named: PaymentId | undefined): Promise<PaymentId> {
  const candidates = await tx.many(sql<{ id: PaymentId; isSource: boolean }>`
    select p.id, p.id = ${credit.paymentId}::uuid or coalesce(n.invoice_id in (
      select a.payable_id from receivables.applications a
      where a.company_id = p.company_id and a.source_type = 'payment' and a.source_id = p.id), false) "isSource"
    from payments.payments_view p
    left join receivables.credit_notes n on n.company_id = p.company_id and n.id = ${credit.creditNoteId}::uuid
    where p.company_id = ${tx.companyId} and p.currency = ${credit.currency}
      and p.state in ('succeeded', 'charged_back') and p.amount > p.charged_back + p.refunded + p.refunding and (p.id = ${credit.paymentId}::uuid
        or exists (select from receivables.credits c where c.company_id = p.company_id and c.payment_id = p.id
          and c.customer_id = ${credit.customerId}::uuid)
        or exists (select from receivables.applications a
          join receivables.payables y on y.company_id = a.company_id and y.id = a.payable_id
          where a.company_id = p.company_id and a.source_type = 'payment' and a.source_id = p.id
            and y.customer_id = ${credit.customerId}::uuid))
    order by coalesce(p.id = ${credit.paymentId}::uuid, false) desc, p.id desc`)
  const found =
    named === undefined
      ? candidates.find(({ isSource }) => isSource)
      : candidates.find(({ id }) => id === named)
  if (found !== undefined) return found.id
  throw new CreditNotRefundable(
    named === undefined
      ? 'This credit came from no payment that money could go back to. No money was moved; apply it to an invoice, or name one of the customer’s payments.'
      : 'That payment is not this customer’s, is in another currency, or has nothing left to refund. No money was moved.',
    named === undefined ? {} : { field: 'payment' },
  )
}

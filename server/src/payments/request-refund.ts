import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { setDue } from '../lib/due.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { checkTaken } from './check-refundable.ts'
import { PaymentNotRefundable } from './errors.ts'
import { refundRequested } from './events.ts'
import { lockPayment, type Payment, type PaymentId } from './payments.queries.ts'
import { checkRefundPeriod } from './refund-period.ts'
import type { GivenBy, RefundReason } from './refund-reasons.ts'
import { refundableAmount } from './refundable-amount.ts'
import { REFUND, type Refund, type RefundTreatment } from './refunds.queries.ts'
import { giveFromDrawer } from './tenders/give-from-drawer.ts'

/** The job that asks the processor about a refund whose outcome is open. */
export const RESOLVE_REFUND = 'resolve_refund'
const FIRST_LOOK_MS = 60_000

/** Locks a payment for a refund of up to what is left of it, while there may be one. */
export async function lockRefundable(
  tx: Tx,
  now: Date,
  paymentId: PaymentId,
  amount: bigint | undefined,
): Promise<{ payment: Payment; amount: bigint }> {
  const payment = await lockPayment(tx, paymentId)
  if (payment === undefined) throw new NotFound('payment')
  checkTaken(payment)
  if (payment.method === 'wire' || payment.processorReference === null) {
    throw new PaymentNotRefundable(
      payment.method === 'wire'
        ? 'A wire is not refunded from here: send the money back from your bank, and record that. No money was moved. If it never came, take the wire back.'
        : 'The processor has no part in this payment. No money was moved; give it back yourself, and record that.',
    )
  }
  await checkRefundPeriod(tx, payment, now)
  return { payment, amount: refundableAmount(payment, amount) }
}

/** What is recorded of a refund. */
export interface RefundRequested {
  amount: bigint
  reasonCode: RefundReason | null
  reason: string | null
  treatment: RefundTreatment
  /** Where somebody gave it by hand: how, on which day, and the cheque's number or the like. */
  given?: { by: Exclude<GivenBy, 'processor'>; on: string; reference: string | null }
}

/** Records a refund of a locked payment, before its money goes. */
export async function requestRefund(
  tx: Tx,
  actor: Actor,
  now: Date,
  payment: Payment,
  refund: RefundRequested,
): Promise<Refund> {
  const id = newId<'ref'>()
  const fromDrawer = refund.given?.by === 'cash' && (await giveFromDrawer(tx, payment, refund.amount))
  const [row] = await Promise.all([
    tx.one(sql<Refund>`
      insert into payments.refunds (company_id, id, payment_id, amount, currency, reason_code, reason, treatment,
        given_by, given_on, given_reference, from_drawer, state, created_at)
      values (${tx.companyId}, ${id}, ${payment.id}, ${refund.amount}, ${payment.currency}, ${refund.reasonCode},
        ${refund.reason}, ${refund.treatment}, ${refund.given?.by ?? 'processor'}, ${refund.given?.on ?? null}::date,
        ${refund.given?.reference ?? null}, ${fromDrawer}, 'requested', ${now})
      returning ${REFUND}`),
    tx.change(sql`
      update payments.payments set refunding = refunding + ${refund.amount}
      where company_id = ${tx.companyId} and id = ${payment.id}`),
    refund.given === undefined && setDue(tx, RESOLVE_REFUND, id, new Date(now.getTime() + FIRST_LOOK_MS)),
  ])
  await emit(tx, actor, refundRequested, id, row)
  return row
}

import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { findPayment, type Refund } from '../payments/index.ts'
import { DISPUTE_LOST } from './charge-back-payment.ts'
import { PAYMENT_RETURNED } from './return-payment.ts'
import { takeBack } from './take-back.ts'

/**
 * A refund did not go out, of a payment that its bank had taken back meanwhile. What the refund had taken was a loss
 * then, and is there again now: it goes after the payment, so that nobody has credit or a paid invoice by money that is
 * gone (1100, 2110 or 2100 / 5120).
 */
export async function coverLoss(tx: Tx, actor: Actor, at: Date, refund: Refund): Promise<void> {
  const losses = await tx.many(sql<{ id: string; loss: bigint; writtenOff: boolean }>`
    select id, loss, written_off "writtenOff" from receivables.charge_backs
    where company_id = ${tx.companyId} and payment_id = ${refund.paymentId} and loss > 0 order by id desc for update`)
  const payment = losses.length === 0 ? undefined : await findPayment(tx, refund.paymentId)
  if (payment === undefined) return
  let rest = refund.amount
  for (const { id, loss, writtenOff } of losses) {
    const amount = loss < rest ? loss : rest
    if (amount === 0n) return
    const left = await takeBack(tx, actor, payment, {
      amount,
      at,
      reason: id === payment.id ? PAYMENT_RETURNED : DISPUTE_LOST,
      posting: { kind: 'loss_covered', subjectType: 'refund', subjectId: refund.id },
      reopens: !writtenOff,
      coversLoss: true,
    })
    await tx.change(sql`
      update receivables.charge_backs set loss = loss - ${amount - left}
      where company_id = ${tx.companyId} and id = ${id}`)
    rest -= amount
  }
}

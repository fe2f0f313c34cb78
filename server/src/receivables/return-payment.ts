import type { Tx } from '../lib/db/index.ts'
import type { DomainEvent } from '../lib/events.ts'
import type { Payment } from '../payments/index.ts'
import { addChargeBack, findRecoverable } from './charge-backs.queries.ts'
import { raiseRecovery } from './raise-recovery.ts'
import { takeBack } from './take-back.ts'

/** Why what a payment had settled is undone, where its bank took it back. */
export const PAYMENT_RETURNED = 'payment_returned'

/**
 * The bank took a payment back, all of it: what it had settled is owed again. What was refunded of it is claimed by a
 * recovery invoice, where it is known of whom; else, and while a refund is on its way, it is a loss.
 */
export async function returnPayment(tx: Tx, event: DomainEvent<Payment>): Promise<void> {
  const payment = event.data
  const at = payment.returnedAt ?? payment.createdAt
  const recoverable = await findRecoverable(tx, payment)
  const { loss, claimed } = await takeBack(tx, event.actor, payment, {
    amount: payment.amount,
    at,
    reason: PAYMENT_RETURNED,
    posting: { kind: 'payment_unapplied', subjectType: 'payment', subjectId: payment.id },
    reopens: true,
    claims: recoverable?.amount ?? 0n,
  })
  if (loss + claimed === 0n) return
  const { id, amount } = payment
  await addChargeBack(tx, { id, paymentId: id, amount, loss, writtenOff: false })
  if (recoverable === undefined) return
  const { customerId } = recoverable
  await raiseRecovery(tx, event.actor, at, { chargeBackId: id, payment, customerId, amount: claimed })
}

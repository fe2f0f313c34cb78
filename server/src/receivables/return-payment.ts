import { sql, type Tx } from '../lib/db/index.ts'
import type { DomainEvent } from '../lib/events.ts'
import type { Payment } from '../payments/index.ts'
import { takeBack } from './take-back.ts'

/** Why what a payment had settled is undone, where its bank took it back. */
export const PAYMENT_RETURNED = 'payment_returned'

/** The bank took a payment back, all of it: what it had settled is owed again. What was refunded of it is a loss. */
export async function returnPayment(tx: Tx, event: DomainEvent<Payment>): Promise<void> {
  const payment = event.data
  const loss = await takeBack(tx, event.actor, payment, {
    amount: payment.amount,
    at: payment.returnedAt ?? payment.createdAt,
    reason: PAYMENT_RETURNED,
    posting: { kind: 'payment_unapplied', subjectType: 'payment', subjectId: payment.id },
    reopens: true,
  })
  if (loss === 0n) return
  await tx.change(sql`
    insert into receivables.charge_backs (company_id, id, payment_id, amount, loss)
    values (${tx.companyId}, ${payment.id}, ${payment.id}, ${payment.amount}, ${loss})`)
}

import type { Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { checkTaken } from './check-refundable.ts'
import { lockPayment, type Payment, type PaymentId } from './payments.queries.ts'
import { refundableAmount } from './refundable-amount.ts'

/** Locks a payment of which somebody gave money back by hand: whatever it was paid by, however long ago. */
export async function lockGiven(
  tx: Tx,
  paymentId: PaymentId,
  asked: bigint | undefined,
): Promise<{ payment: Payment; amount: bigint }> {
  const payment = await lockPayment(tx, paymentId)
  if (payment === undefined) throw new NotFound('payment')
  checkTaken(payment)
  return { payment, amount: refundableAmount(payment, asked) }
}

import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import type { Payment } from './payments.queries.ts'
import type { ProcessorPayment } from './processor.ts'
import { recordBalanceTransaction } from './record-balance-transaction.ts'

/**
 * A bank debit that fails after it was sent costs a fee all the same. Its amount came and went on the processor's
 * balance and never stood in our books; what is left of the two movements is the fee: the charge's, less what the
 * failure gave back of it, with what the failure itself cost. `later` while the processor has not booked the failure.
 */
export async function recordFailureFee(
  tx: Tx,
  actor: Actor,
  now: Date,
  payment: Payment,
  { balance, failureBalance }: Pick<ProcessorPayment, 'balance' | 'failureBalance'>,
): Promise<'done' | 'later'> {
  if (payment.method !== 'ach' || balance === null) return 'done'
  if (failureBalance === null) return 'later'
  const fee = balance.fee + failureBalance.fee
  if (fee > 0n) {
    await recordBalanceTransaction(tx, actor, now, {
      kind: 'failure',
      payment,
      refundId: null,
      balance: { ...failureBalance, fee },
    })
  }
  return 'done'
}

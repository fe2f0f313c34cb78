import { ACCOUNT, post } from '../ledger/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { refundFailed, refundSucceeded } from './events.ts'
import type { RefundState } from './refund.state.ts'
import type { Refund } from './refunds.queries.ts'

/**
 * Books what a refund came to: 2300 / 1050 when the processor's money has gone (1010 where somebody gave it from the
 * company's own, 1020 where out of the drawer), and back again when what had gone comes back. The refund's row says so already.
 */
export async function settleRefund(
  tx: Tx,
  actor: Actor,
  now: Date,
  was: RefundState,
  refund: Refund,
): Promise<void> {
  const isDone = refund.state === 'succeeded'
  const signed = isDone ? refund.amount : was === 'succeeded' ? -refund.amount : 0n
  await Promise.all([
    tx.change(sql`
      update payments.payments set
        refunding = refunding - ${was === 'succeeded' ? 0n : refund.amount},
        refunded = refunded + ${signed}
      where company_id = ${tx.companyId} and id = ${refund.paymentId}`),
    post(tx, {
      kind: isDone ? 'refund_succeeded' : 'refund_returned',
      at: now,
      currency: refund.currency,
      subjectType: 'refund',
      subjectId: refund.id,
      transfers: [{ debit: ACCOUNT.refundsPayable, credit: whereFrom(refund), amount: signed }],
    }),
  ])
  await emit(tx, actor, isDone ? refundSucceeded : refundFailed, refund.id, refund)
}

function whereFrom({ fromDrawer, givenBy }: Refund) {
  if (givenBy === 'processor') return ACCOUNT.processorBalance
  return fromDrawer ? ACCOUNT.undepositedFunds : ACCOUNT.bank
}

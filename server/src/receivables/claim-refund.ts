import { ACCOUNT, post } from '../ledger/index.ts'
import type { Tx } from '../lib/db/index.ts'
import type { DomainEvent } from '../lib/events.ts'
import { findPayment, type Refund } from '../payments/index.ts'
import { addLoss, findRecoverable, lockChargeBacks } from './charge-backs.queries.ts'
import { raiseRecovery } from './raise-recovery.ts'

/**
 * A refund arrived of a payment that was taken back while it was on its way: what was a loss until then is claimed
 * (1100 / 5120).
 */
export async function claimRefund(tx: Tx, event: DomainEvent<Refund>): Promise<void> {
  const refund = event.data
  if (refund.treatment === 'reduce_sale') return
  const chargeBacks = (await lockChargeBacks(tx, refund.paymentId)).filter(
    ({ loss, writtenOff }) => loss > 0n && !writtenOff,
  )
  const payment = chargeBacks.length === 0 ? undefined : await findPayment(tx, refund.paymentId)
  const recoverable = payment && (await findRecoverable(tx, payment))
  if (payment === undefined || recoverable === undefined) return
  const at = refund.settledAt ?? refund.createdAt
  let rest = refund.amount < recoverable.amount ? refund.amount : recoverable.amount
  for (const { id, loss } of chargeBacks) {
    const amount = loss < rest ? loss : rest
    if (amount === 0n) return
    post(tx, {
      kind: 'loss_claimed',
      at,
      currency: refund.currency,
      subjectType: 'refund',
      subjectId: refund.id,
      transfers: [{ debit: ACCOUNT.receivable, credit: ACCOUNT.badDebt, amount }],
    })
    await addLoss(tx, id, -amount)
    await raiseRecovery(tx, event.actor, at, {
      chargeBackId: id,
      payment,
      customerId: recoverable.customerId,
      amount,
    })
    rest -= amount
  }
}

import { ACCOUNT, post } from '../ledger/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { findPayment, type Payment, type Refund } from '../payments/index.ts'
import { DISPUTE_LOST } from './charge-back-payment.ts'
import { addLoss, type ChargeBack, findCustomerOf, lockChargeBacks } from './charge-backs.queries.ts'
import { raiseRecovery } from './raise-recovery.ts'
import { PAYMENT_RETURNED } from './return-payment.ts'
import { takeBack } from './take-back.ts'
import { withdrawRecoveries } from './withdraw-recoveries.ts'

/**
 * A refund did not go out, of a payment that its bank had taken back meanwhile. What the refund had taken was a loss or
 * claimed anew then, and is there again now: it goes after the payment, so that nobody has credit or a paid invoice by
 * money that is gone (1100, 2110 or 2100 / 5120), and nobody is asked for what they never got.
 */
export async function coverLoss(tx: Tx, actor: Actor, at: Date, refund: Refund): Promise<void> {
  const chargeBacks = await lockChargeBacks(tx, refund.paymentId)
  const payment = chargeBacks.length === 0 ? undefined : await findPayment(tx, refund.paymentId)
  if (payment === undefined) return
  let rest = refund.amount
  for (const chargeBack of chargeBacks) {
    const { id, loss, writtenOff } = chargeBack
    const withdrawn = loss < rest ? await withdrawRecoveries(tx, actor, at, id, rest - loss) : 0n
    const lost = loss + withdrawn
    const amount = lost < rest ? lost : rest
    if (amount === 0n) continue
    const left = await takeBack(tx, actor, payment, {
      amount,
      at,
      reason: id === payment.id ? PAYMENT_RETURNED : DISPUTE_LOST,
      posting: { kind: 'loss_covered', subjectType: 'refund', subjectId: refund.id },
      reopens: !writtenOff,
      coversLoss: true,
    })
    await addLoss(tx, id, left.loss - amount)
    if (withdrawn > 0n)
      await claimAgain(tx, actor, at, { chargeBack, payment, refund, amount: lost - amount })
    rest -= amount
  }
}

/** What of withdrawn recovery invoices other refunds still stand for is claimed by one of its own (1100 / 5120). */
async function claimAgain(
  tx: Tx,
  actor: Actor,
  at: Date,
  claim: { chargeBack: ChargeBack; payment: Payment; refund: Refund; amount: bigint },
): Promise<void> {
  const { chargeBack, payment, refund, amount } = claim
  const customerId = await findCustomerOf(tx, payment.id)
  if (amount === 0n || customerId === undefined) return
  post(tx, {
    kind: 'loss_claimed',
    at,
    currency: payment.currency,
    subjectType: 'refund',
    subjectId: refund.id,
    transfers: [{ debit: ACCOUNT.receivable, credit: ACCOUNT.badDebt, amount }],
  })
  await addLoss(tx, chargeBack.id, -amount)
  await raiseRecovery(tx, actor, at, { chargeBackId: chargeBack.id, payment, customerId, amount })
}

import { readSetting } from '../identity/index.ts'
import type { Tx } from '../lib/db/index.ts'
import type { DomainEvent } from '../lib/events.ts'
import type { DisputedPayment } from '../payments/index.ts'
import { addChargeBack, findRecoverable } from './charge-backs.queries.ts'
import { raiseRecovery } from './raise-recovery.ts'
import { disputesLost } from './settings.ts'
import { takeBack } from './take-back.ts'

/** Why what a payment had settled is undone, where its dispute was lost. */
export const DISPUTE_LOST = 'dispute_lost'

/**
 * A dispute is lost: by the company's setting what its payment had settled is owed again, and what had been refunded of it
 * is claimed by a recovery invoice, or all of it is written off. What of it was the customer's credit is gone either way
 * (M4: 1100, 5120, 2100 or 2110 / 2150).
 */
export async function chargeBackPayment(tx: Tx, event: DomainEvent<DisputedPayment>): Promise<void> {
  const { payment, dispute } = event.data
  const reopens = (await readSetting(tx, disputesLost)) === 'reopen'
  const at = dispute.chargedBackAt ?? dispute.openedAt
  const recoverable = reopens ? await findRecoverable(tx, payment) : undefined
  const { loss, claimed } = await takeBack(tx, event.actor, payment, {
    amount: dispute.amount,
    at,
    reason: DISPUTE_LOST,
    posting: { kind: 'payment_charged_back', subjectType: 'dispute', subjectId: dispute.id },
    reopens,
    claims: recoverable?.amount ?? 0n,
  })
  const { id, amount } = dispute
  await addChargeBack(tx, { id, paymentId: payment.id, amount, loss, writtenOff: !reopens })
  if (recoverable === undefined) return
  const { customerId } = recoverable
  await raiseRecovery(tx, event.actor, at, { chargeBackId: id, payment, customerId, amount: claimed })
}

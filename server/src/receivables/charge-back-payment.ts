import { readSetting } from '../identity/index.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import type { DomainEvent } from '../lib/events.ts'
import type { DisputedPayment } from '../payments/index.ts'
import { disputesLost } from './settings.ts'
import { takeBack } from './take-back.ts'

/** Why what a payment had settled is undone, where its dispute was lost. */
export const DISPUTE_LOST = 'dispute_lost'

/**
 * A dispute is lost: by the company's setting what its payment had settled is owed again, or written off. What of it was
 * the customer's credit is gone either way (M4: 1100, 5120, 2100 or 2110 / 2150).
 */
export async function chargeBackPayment(tx: Tx, event: DomainEvent<DisputedPayment>): Promise<void> {
  const { payment, dispute } = event.data
  const reopens = (await readSetting(tx, disputesLost)) === 'reopen'
  const loss = await takeBack(tx, event.actor, payment, {
    amount: dispute.amount,
    at: dispute.chargedBackAt ?? dispute.openedAt,
    reason: DISPUTE_LOST,
    posting: { kind: 'payment_charged_back', subjectType: 'dispute', subjectId: dispute.id },
    reopens,
  })
  await tx.change(sql`
    insert into receivables.charge_backs (company_id, id, payment_id, amount, loss, written_off)
    values (${tx.companyId}, ${dispute.id}, ${payment.id}, ${dispute.amount}, ${loss}, ${!reopens})`)
}

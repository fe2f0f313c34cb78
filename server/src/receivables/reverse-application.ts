import { reverse } from '../ledger/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { type Application, type ApplicationId, findApplication } from './applications.queries.ts'
import { changePayables } from './change-payables.ts'
import { type CreditId, lockCredit, useCredit } from './credits.queries.ts'
import { ApplicationNotReversible } from './errors.ts'
import { applicationReversed, invoiceReopened } from './events.ts'
import { lockPayables } from './payables.queries.ts'
import { takeUpWrittenOff } from './take-up-again.ts'

/** Undoes what a credit settled of an invoice: that is owed again, and the credit is the customer's again. */
export async function reverseApplication(
  tx: Tx,
  actor: Actor,
  now: Date,
  id: ApplicationId,
  reason: string | null,
): Promise<Application> {
  const seen = await findApplication(tx, id)
  if (seen === undefined) throw new NotFound('application')
  if (seen.sourceType !== 'credit')
    throw new ApplicationNotReversible(
      'This was settled by a payment, so it is undone by a refund. Nothing was changed.',
    )
  await lockPayables(tx, [seen.payableId])
  await lockCredit(tx, seen.sourceId as CreditId)
  const application = await findApplication(tx, id)
  if (application === undefined) throw new NotFound('application')
  const { left: amount, payableId, sourceId, currency } = application
  if (amount === 0n) throw new ApplicationNotReversible('This was undone before. Nothing was changed.')
  await takeUpWrittenOff(tx, actor, now, [payableId], 'credit_taken_back')
  await Promise.all([
    changePayables(tx, [{ id: payableId, settled: -amount }]),
    useCredit(tx, sourceId as CreditId, -amount),
    tx.change(sql`
      insert into receivables.applications (company_id, id, source_type, source_id, payable_id, currency, amount,
        reverses, reason, at)
      values (${tx.companyId}, ${newId()}, 'credit', ${sourceId}, ${payableId}, ${currency}, ${-amount}, ${id}, ${reason}, ${now})`),
    reverse(tx, { kind: 'credit_applied', subjectId: id, reversalKind: 'credit_unapplied', at: now }),
    emit(tx, actor, applicationReversed, id, { credit_id: sourceId, invoice_id: payableId, amount, reason }),
    emit(tx, actor, invoiceReopened, payableId, { refund_id: null, amount }),
  ])
  return { ...application, left: 0n }
}

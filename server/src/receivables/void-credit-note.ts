import { reverse } from '../ledger/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { creditNoteStates } from './credit-note.state.ts'
import { type CreditNote, type CreditNoteId, findCreditNote } from './credit-notes.queries.ts'
import { lockCredit } from './credits.queries.ts'
import { CreditNoteNotVoidable } from './errors.ts'
import { creditNoteVoided } from './events.ts'

/** Voids a credit note of which nothing is used: its postings are reversed, its number stays used. */
export async function voidCreditNote(tx: Tx, actor: Actor, now: Date, id: CreditNoteId): Promise<CreditNote> {
  const found = await findCreditNote(tx, id)
  const credit = found && (await lockCredit(tx, found.creditId))
  if (found === undefined || credit === undefined) throw new NotFound('credit note')
  if (creditNoteStates[found.state].void === undefined || credit.voidedAt !== null)
    throw new CreditNoteNotVoidable('This credit note is void already. Nothing was changed.')
  if (credit.used > 0n)
    throw new CreditNoteNotVoidable(
      `${credit.used} (minor units) of this credit note are used, so it cannot be voided. Take back where it was applied first; what was refunded stays. Nothing was changed.`,
      { details: { used_amount: Number(credit.used) } },
    )
  await Promise.all([
    tx.change(sql`
      update receivables.credit_notes set state = 'void', voided_at = ${now}
      where company_id = ${tx.companyId} and id = ${id} and state = 'issued'`),
    tx.change(sql`
      update receivables.credits set used = amount, voided_at = ${now}
      where company_id = ${tx.companyId} and id = ${credit.id}`),
    reverse(tx, { kind: 'credit_note_issued', subjectId: id, reversalKind: 'credit_note_voided', at: now }),
    emit(tx, actor, creditNoteVoided, id, {}),
  ])
  const voided = await findCreditNote(tx, id)
  if (voided === undefined) throw new NotFound('credit note')
  return voided
}

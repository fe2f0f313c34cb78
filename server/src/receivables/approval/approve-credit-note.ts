import type { Actor } from '../../lib/actor.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import { emit } from '../../lib/events.ts'
import { next } from '../../lib/state.ts'
import { createCreditNote, least } from '../create-credit-note.ts'
import type { CreditNoteId } from '../credit-notes.queries.ts'
import { ApprovalByAnother, CreditNoteOutdated } from '../errors.ts'
import { creditNoteApproved, creditNoteRejected } from '../events.ts'
import { findInvoice } from '../invoices.queries.ts'
import { lockPayables } from '../payables.queries.ts'
import { freeOf } from '../settle-by-credit.ts'
import type { CreditNoteWithLines } from '../write-credit-note.ts'
import { creditNoteProposalStates } from './credit-note-proposal.state.ts'
import { orderOf } from './hold-for-writer.ts'
import { type CreditNoteProposal, lockProposal } from './proposals.queries.ts'

interface Decided {
  id: CreditNoteId
  /** Which version of it was seen. */
  revision: number | undefined
}

/**
 * Approves a credit note, which issues it as it was submitted, in the same transaction. Refused where its invoice is no
 * more what it was then: who approves sees what it does, and it does just that.
 */
export async function approveCreditNote(
  tx: Tx,
  actor: Actor,
  now: Date,
  decided: Decided,
): Promise<CreditNoteWithLines> {
  const proposal = await holdForApproval(tx, actor, decided)
  const { id, revision } = proposal
  const to = next('credit note', creditNoteProposalStates, proposal.state, 'approve')
  await requireUnchanged(tx, proposal)
  await Promise.all([
    tx.change(sql`
      update receivables.credit_note_proposals set state = ${to}, decided_by_type = ${actor.type},
        decided_by = ${actor.id}, decided_at = ${now}, ended_at = ${now}
      where company_id = ${tx.companyId} and id = ${id} and state = ${proposal.state}`),
    emit(tx, actor, creditNoteApproved, id, { revision }),
  ])
  return createCreditNote(tx, actor, now, orderOf(proposal), { id })
}

/** Sends a credit note back to who wrote it, with why. */
export async function rejectCreditNote(
  tx: Tx,
  actor: Actor,
  now: Date,
  { reason, ...decided }: Decided & { reason: string },
): Promise<void> {
  const { id, state, revision } = await holdForApproval(tx, actor, decided)
  const to = next('credit note', creditNoteProposalStates, state, 'reject')
  await Promise.all([
    tx.change(sql`
      update receivables.credit_note_proposals set state = ${to}, decided_by_type = ${actor.type},
        decided_by = ${actor.id}, decided_at = ${now}, rejected_for = ${reason}
      where company_id = ${tx.companyId} and id = ${id} and state = ${state}`),
    emit(tx, actor, creditNoteRejected, id, { revision, reason }),
  ])
}

/** Four eyes: a person, and another one than who wrote it. */
async function holdForApproval(tx: Tx, actor: Actor, { id, revision }: Decided): Promise<CreditNoteProposal> {
  const proposal = await lockProposal(tx, id)
  if (proposal === undefined) throw new NotFound('credit note')
  if (actor.type !== 'staff')
    throw new ApprovalByAnother(
      'An API key does not decide about credit notes: a person does. Nothing was changed.',
    )
  if (proposal.writtenBy === actor.id)
    throw new ApprovalByAnother(
      'You wrote this credit note, so somebody else with the permission credits.approve decides about it. Nothing was changed.',
    )
  if (revision !== undefined && revision !== proposal.revision)
    throw new CreditNoteOutdated(
      'Who wrote this credit note has changed it meanwhile. Nothing was issued; look at it as it is now.',
      { details: { revision: proposal.revision } },
    )
  return proposal
}

async function requireUnchanged(tx: Tx, proposal: CreditNoteProposal): Promise<void> {
  if (proposal.invoiceId === null) return
  const [payable] = await lockPayables(tx, [proposal.invoiceId])
  const invoice = await findInvoice(tx, proposal.invoiceId)
  if (payable === undefined || invoice === undefined) throw new NotFound('invoice')
  const outdated = (what: string) =>
    new CreditNoteOutdated(
      `${what} Nothing was issued. Reject it, so that who wrote it submits it as things are now, or drops it.`,
    )
  if (invoice.state === 'void') throw outdated(`Invoice ${invoice.number} was voided meanwhile.`)
  if (invoice.revision !== proposal.invoiceRevision)
    throw outdated(`Invoice ${invoice.number} was edited after this credit note was submitted.`)
  if (proposal.applies !== null && least(freeOf(payable), proposal.total) !== proposal.applies)
    throw outdated(
      `Of invoice ${invoice.number} another amount is open than when this credit note was submitted: something of it was paid, is being paid, or is owed again.`,
    )
}

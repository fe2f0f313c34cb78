import type { Actor } from '../../lib/actor.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { emit } from '../../lib/events.ts'
import { next, TransitionRefused } from '../../lib/state.ts'
import { createCreditNote } from '../create-credit-note.ts'
import { amountsOf, type CreditNoteOrder, workOut } from '../credit-note-order.ts'
import type { CreditNoteId } from '../credit-notes.queries.ts'
import { creditNoteDropped, creditNoteEdited, creditNoteReopened } from '../events.ts'
import { creditNoteProposalStates } from './credit-note-proposal.state.ts'
import { holdForWriter, orderOf } from './hold-for-writer.ts'
import { needsApproval } from './order-credit-note.ts'
import { appliesOf, tellSubmitted } from './write-proposal.ts'

/** Takes a credit note back that was submitted or rejected, to change it. */
export async function reopenCreditNote(tx: Tx, actor: Actor, id: CreditNoteId): Promise<void> {
  const { state } = await holdForWriter(tx, actor, id)
  const to = next('credit note', creditNoteProposalStates, state, 'reopen')
  await Promise.all([
    tx.change(sql`
      update receivables.credit_note_proposals
      set state = ${to}, decided_by_type = null, decided_by = null, decided_at = null, rejected_for = null
      where company_id = ${tx.companyId} and id = ${id} and state = ${state}`),
    emit(tx, actor, creditNoteReopened, id, {}),
  ])
}

export type CreditNoteChanges = Partial<
  Pick<CreditNoteOrder, 'taxIncluded' | 'lines' | 'issuedOn' | 'reason' | 'apply'>
>

/** Changes one that was reopened; whose it is and for which invoice stays. */
export async function editCreditNote(
  tx: Tx,
  actor: Actor,
  id: CreditNoteId,
  changes: CreditNoteChanges,
): Promise<void> {
  const proposal = await holdForWriter(tx, actor, id)
  if (proposal.state !== 'draft')
    throw new TransitionRefused(
      `A credit note that is ${proposal.state} cannot be changed. Nothing was changed; reopen it first.`,
    )
  const order = { ...orderOf(proposal), ...changes }
  const { total } = amountsOf(order, proposal.currency)
  const applies = order.apply && proposal.invoiceId !== null ? (proposal.applies ?? 0n) : null
  const revision = proposal.revision + 1
  await Promise.all([
    tx.change(sql`
      update receivables.credit_note_proposals set revision = ${revision}, total = ${total}, applies = ${applies},
        terms = ${JSON.stringify({ taxIncluded: order.taxIncluded, lines: order.lines })},
        issued_on = ${order.issuedOn}, reason = ${order.reason}
      where company_id = ${tx.companyId} and id = ${id} and state = 'draft'`),
    emit(tx, actor, creditNoteEdited, id, { revision, total_before: proposal.total, total_after: total }),
  ])
}

/** Asks for approval of one that was reopened, as its invoice stands now; where none is needed any more, it is issued. */
export async function submitCreditNote(tx: Tx, actor: Actor, now: Date, id: CreditNoteId): Promise<void> {
  const proposal = await holdForWriter(tx, actor, id)
  const order = orderOf(proposal)
  const worked = await workOut(tx, order)
  const isAsked = await needsApproval(tx, worked)
  const to = next('credit note', creditNoteProposalStates, proposal.state, isAsked ? 'submit' : 'issue')
  await tx.change(sql`
    update receivables.credit_note_proposals set state = ${to}, submitted_at = ${now},
      ended_at = ${isAsked ? null : now}, invoice_revision = ${worked.invoice?.revision ?? null},
      invoice_reference = ${worked.invoice?.number ?? null}, buyer = ${JSON.stringify(worked.buyer)},
      applies = ${await appliesOf(tx, order.apply, worked)}
    where company_id = ${tx.companyId} and id = ${id} and state = ${proposal.state}`)
  if (isAsked) await tellSubmitted(tx, actor, proposal, worked.invoice?.id)
  else await createCreditNote(tx, actor, now, order, { id })
}

/** Gives up what is not issued yet: nothing of it ever counted. */
export async function dropCreditNote(tx: Tx, actor: Actor, now: Date, id: CreditNoteId): Promise<void> {
  const { state } = await holdForWriter(tx, actor, id)
  const to = next('credit note', creditNoteProposalStates, state, 'drop')
  await Promise.all([
    tx.change(sql`
      update receivables.credit_note_proposals set state = ${to}, ended_at = ${now}
      where company_id = ${tx.companyId} and id = ${id} and state = ${state}`),
    emit(tx, actor, creditNoteDropped, id, {}),
  ])
}

import type { Actor } from '../../lib/actor.ts'
import { sql, type Tx } from '../../lib/db/index.ts'
import { emit } from '../../lib/events.ts'
import { newId } from '../../lib/ids.ts'
import { least } from '../create-credit-note.ts'
import type { CreditNoteOrder, WorkedOut } from '../credit-note-order.ts'
import { creditNoteSubmitted } from '../events.ts'
import { findPayables } from '../payables.queries.ts'
import { freeOf } from '../settle-by-credit.ts'
import { type CreditNoteProposal, lockProposal } from './proposals.queries.ts'

/** Keeps a credit note for somebody to approve. Nothing is numbered, posted or settled. */
export async function writeProposal(
  tx: Tx,
  actor: Actor,
  now: Date,
  order: CreditNoteOrder,
  worked: WorkedOut,
): Promise<CreditNoteProposal> {
  const id = newId<'cn'>()
  const { invoice, customerId, currency, buyer, amounts } = worked
  const { taxIncluded, lines, issuedOn, reason } = order
  await tx.change(sql`
    insert into receivables.credit_note_proposals (company_id, id, state, customer_id, invoice_id, invoice_reference,
      invoice_revision, currency, buyer, terms, total, applies, issued_on, reason, written_by_type, written_by, created_at,
      submitted_at)
    values (${tx.companyId}, ${id}, 'pending_approval', ${customerId}, ${invoice?.id ?? null}, ${invoice?.number ?? null},
      ${invoice?.revision ?? null}, ${currency}, ${JSON.stringify(buyer)}, ${JSON.stringify({ taxIncluded, lines })},
      ${amounts.total}, ${await appliesOf(tx, order.apply, worked)}, ${issuedOn}, ${reason}, ${actor.type}, ${actor.id},
      ${now}, ${now})`)
  await tellSubmitted(tx, actor, { id, customerId, currency, total: amounts.total, revision: 1 }, invoice?.id)
  return (await lockProposal(tx, id)) as CreditNoteProposal
}

/** What it would settle of its invoice as that stands; null where it is not to be applied. */
export async function appliesOf(
  tx: Tx,
  isApplied: boolean,
  { invoice, amounts }: WorkedOut,
): Promise<bigint | null> {
  if (!isApplied || invoice === undefined) return null
  const [payable] = await findPayables(tx, [invoice.id])
  return payable === undefined ? 0n : least(freeOf(payable), amounts.total)
}

export async function tellSubmitted(
  tx: Tx,
  actor: Actor,
  proposal: Pick<CreditNoteProposal, 'id' | 'customerId' | 'currency' | 'total' | 'revision'>,
  invoiceId: string | undefined,
): Promise<void> {
  await emit(tx, actor, creditNoteSubmitted, proposal.id, {
    customer_id: proposal.customerId,
    invoice_id: invoiceId ?? null,
    total: proposal.total,
    currency: proposal.currency,
    revision: proposal.revision,
  })
}

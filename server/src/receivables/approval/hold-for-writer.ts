import type { Actor } from '../../lib/actor.ts'
import type { Tx } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import type { CreditNoteOrder } from '../credit-note-order.ts'
import type { CreditNoteId } from '../credit-notes.queries.ts'
import { CreditNoteNotYours } from '../errors.ts'
import { type CreditNoteProposal, lockProposal } from './proposals.queries.ts'

/** Locks what is not issued yet, for who wrote it and nobody else. */
export async function holdForWriter(tx: Tx, actor: Actor, id: CreditNoteId): Promise<CreditNoteProposal> {
  const proposal = await lockProposal(tx, id)
  if (proposal === undefined) throw new NotFound('credit note')
  if (proposal.writtenByType !== actor.type || proposal.writtenBy !== actor.id)
    throw new CreditNoteNotYours(
      'Somebody else wrote this credit note, and only they change, submit or drop it before it is issued. Nothing was changed; whoever may approve it can reject it.',
    )
  return proposal
}

/** What it is to be issued as. */
export function orderOf(proposal: CreditNoteProposal): CreditNoteOrder {
  return {
    ...proposal.terms,
    customerId: proposal.customerId,
    invoiceId: proposal.invoiceId ?? undefined,
    currency: proposal.currency,
    issuedOn: proposal.issuedOn,
    reason: proposal.reason,
    apply: proposal.applies !== null,
  }
}

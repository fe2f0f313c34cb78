import { systemClock } from '../lib/clock.ts'
import type { Database } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import { type CreditNoteId, holdProposal } from '../receivables/index.ts'
import { APPROVAL, addPriority, resolveOf } from './priorities.queries.ts'

/** A credit note waits for approval. Held as it is meanwhile, so that whoever decides now is told after this. */
export async function raiseApproval(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  await database.write(companyId, async (tx) => {
    const proposal = await holdProposal(tx, event.subjectId as CreditNoteId)
    if (proposal?.state !== 'pending_approval') return
    await addPriority(tx, {
      kind: APPROVAL,
      subject: { type: 'credit_note', id: proposal.id },
      requestId: null,
      detail: { written_by: proposal.writtenBy },
    })
  })
}

/** It was decided about, or taken back. */
export async function resolveApproval(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  await database.write(companyId, async (tx) => {
    const proposal = await holdProposal(tx, event.subjectId as CreditNoteId)
    // Submitted again since.
    if (proposal?.state === 'pending_approval') return
    await resolveOf(tx, systemClock.now(), APPROVAL, event.subjectId)
  })
}

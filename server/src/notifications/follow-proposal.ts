import { systemClock } from '../lib/clock.ts'
import type { Database } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import { type CreditNoteId, holdProposal } from '../receivables/index.ts'
import { APPROVAL, addPriority, REJECTION, resolveOf } from './priorities.queries.ts'

/**
 * What a credit note that needs approval wants of people as it is now: to be decided about, or to be seen to by who wrote
 * it. Held as it is meanwhile, so that whatever becomes of it is told after this.
 */
export async function followProposal(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  await database.write(companyId, async (tx) => {
    const proposal = await holdProposal(tx, event.subjectId as CreditNoteId)
    if (proposal === undefined) return
    const { id, state, writtenBy, writtenByType } = proposal
    const wanted = state === 'pending_approval' ? APPROVAL : state === 'rejected' ? REJECTION : undefined
    for (const kind of [APPROVAL, REJECTION])
      if (kind !== wanted) await resolveOf(tx, systemClock.now(), kind, id)
    if (wanted === undefined) return
    await addPriority(tx, {
      kind: wanted,
      subject: { type: 'credit_note', id },
      requestId: null,
      detail: { written_by: writtenBy, written_by_type: writtenByType },
    })
  })
}

import { systemClock } from '../lib/clock.ts'
import type { Database } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import { type DisputeId, findDispute, isDisputeOpen, paymentEvents } from '../payments/index.ts'
import { addPriority, resolveOf } from './priorities.queries.ts'
import { requestOf } from './request-of.ts'

const KIND = paymentEvents.disputeOpened.type

/** A dispute or an inquiry waits for an answer, until a day. */
export async function raiseDispute(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  await database.write(companyId, async (tx) => {
    const dispute = await findDispute(tx, event.subjectId as DisputeId)
    if (dispute === undefined || !isDisputeOpen(dispute.state) || dispute.submittedAt !== null) return
    await addPriority(tx, {
      kind: KIND,
      subject: { type: 'dispute', id: dispute.id },
      requestId: await requestOf(tx, 'dispute', dispute.id),
    })
  })
}

/** It was answered or decided: nobody has to look at it for its day any more. */
export async function resolveDisputed(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  await database.write(companyId, (tx) => resolveOf(tx, systemClock.now(), KIND, event.subjectId))
}

import type { Database } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import { type DeclineSurgeId, findDeclineSurge } from '../requests/index.ts'
import { addPriority } from './priorities.queries.ts'

/** A surge of declined cards is a priority, once, which says how large it was when it began. */
export async function raiseDeclineSurge(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  await database.write(companyId, async (tx) => {
    const surge = await findDeclineSurge(tx, event.subjectId as DeclineSurgeId)
    if (surge === undefined) return
    const detail = {
      declines: surge.declines,
      requests: surge.requests,
      addresses: surge.addresses,
      paused_until: surge.pausedUntil?.toISOString() ?? null,
    }
    await addPriority(tx, {
      kind: event.type,
      subject: { type: 'decline_surge', id: surge.id },
      requestId: null,
      detail,
    })
  })
}

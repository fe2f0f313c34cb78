import { type Database, sql } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import { type CompanyId, newId } from '../lib/ids.ts'
import { type DeclineSurgeId, findDeclineSurge } from '../requests/index.ts'

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
    await tx.change(
      sql`
      insert into notifications.priorities (company_id, id, kind, subject_type, subject_id, detail)
      values (${companyId}, ${newId()}, ${event.type}, 'decline_surge', ${surge.id}, ${JSON.stringify(detail)})
      on conflict (company_id, kind, subject_id) do nothing`,
      undefined,
    )
  })
}

import { type Database, sql } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'

/** Writes an event where integrators read it, once. */
export async function recordEvent(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
  occurredAt: Date,
): Promise<void> {
  await database.write(companyId, (tx) =>
    tx.change(
      sql`
      insert into notifications.events (company_id, id, type, subject_type, subject_id, occurred_at)
      values (${companyId}, ${event.id}, ${event.type}, ${event.type.slice(0, event.type.indexOf('.'))},
        ${event.subjectId}, ${occurredAt})
      on conflict (company_id, id) do nothing`,
      undefined,
    ),
  )
}

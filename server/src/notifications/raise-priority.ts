import { type Database, sql } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import { type CompanyId, newId } from '../lib/ids.ts'

/** Something a person should look at: unexpected money, a refused address. Raised once for its subject. */
export async function raisePriority(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  await database.write(companyId, (tx) =>
    tx.change(
      sql`
      insert into notifications.priorities (company_id, id, kind, subject_type, subject_id)
      values (${companyId}, ${newId()}, ${event.type}, ${event.type.slice(0, event.type.indexOf('.'))}, ${event.subjectId})
      on conflict (company_id, kind, subject_id) do nothing`,
      undefined,
    ),
  )
}

import { type Database, sql } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import { requestOf } from './request-of.ts'

/** Where processes tell each other that events of a company were written. */
export const EVENTS_CHANNEL = 'quittance_events'

/**
 * Writes an event where integrators and streams read it, once. A company's events are written one after the other, so
 * that their numbers are in the order of their commits.
 */
export async function recordEvent(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
  occurredAt: Date,
): Promise<void> {
  const subjectType = event.type.slice(0, event.type.indexOf('.'))
  await database.write(companyId, async (tx) => {
    const requestId = await requestOf(tx, subjectType, event.subjectId)
    await Promise.all([
      tx.many(sql`select pg_advisory_xact_lock(hashtextextended(${`events ${companyId}`}, 0))`),
      tx.change(
        sql`
        insert into notifications.events (company_id, id, type, subject_type, subject_id, request_id, occurred_at)
        values (${companyId}, ${event.id}, ${event.type}, ${subjectType}, ${event.subjectId}, ${requestId}, ${occurredAt})
        on conflict (company_id, id) do nothing`,
        undefined,
      ),
      tx.many(sql`select pg_notify(${EVENTS_CHANNEL}, ${companyId})`),
    ])
  })
}

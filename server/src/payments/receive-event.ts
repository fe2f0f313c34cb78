import { type GlobalDb, sql } from '../lib/db/index.ts'
import type { ProcessorEvent } from './processor.ts'

/** The job that handles a stored event. */
export const HANDLE_EVENT = 'handle_processor_event'

/**
 * Stores a verified event before anything is done about it, and queues its handling, in one statement. One
 * that was told before is not queued again.
 */
export async function receiveEvent(db: GlobalDb, event: ProcessorEvent): Promise<void> {
  await db.many(sql`
    with stored as (
      insert into payments.processor_events (provider, account, event_id, type, object_id, related_id)
      values ('stripe', ${event.account}, ${event.id}, ${event.type}, ${event.objectId}, ${event.relatedId})
      on conflict (provider, account, event_id) do nothing returning id
    )
    select lib.enqueue(null, ${HANDLE_EVENT}, jsonb_build_object('event', id)) from stored`)
}

import { type Db, raw, sql } from '../lib/db/index.ts'
import type { RequestId } from '../requests/index.ts'

/** An event as a stream tells it. */
export interface StreamedEvent {
  id: string
  seq: bigint
  type: string
  subjectType: string
  subjectId: string
  requestId: RequestId | null
  occurredAt: Date
}

const EVENT = raw(`id, seq, type, subject_type "subjectType", subject_id "subjectId", request_id "requestId",
  occurred_at "occurredAt"`)

/** The next events after a position, in the order of their numbers. */
export function listEventsAfter(db: Db, seq: bigint, limit: number): Promise<StreamedEvent[]> {
  return db.many(sql<StreamedEvent>`
    select ${EVENT} from notifications.events
    where company_id = ${db.companyId} and seq > ${seq} order by seq limit ${limit}`)
}

/** Where a stream stands whose client saw this event last; undefined where there is no such event. */
export async function findPosition(db: Db, eventId: string): Promise<bigint | undefined> {
  const row = await db.maybe(sql<{ seq: bigint }>`
    select seq from notifications.events where company_id = ${db.companyId} and id = ${eventId}`)
  return row?.seq
}

/** Where a stream stands that begins now. */
export async function lastPosition(db: Db): Promise<bigint> {
  const row = await db.maybe(sql<{ seq: bigint }>`
    select seq from notifications.events where company_id = ${db.companyId} order by seq desc limit 1`)
  return row?.seq ?? 0n
}

import { system } from '../lib/actor.ts'
import { type Db, join, raw, type Statement, sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { type Id, newId } from '../lib/ids.ts'
import type { PageRequest } from '../lib/pagination.ts'
import { receivableEvents } from '../receivables/index.ts'
import type { RequestId } from '../requests/index.ts'
import { priorityRaised, priorityResolved } from './events.ts'

export type PriorityId = Id<'pri'>

export interface Priority {
  id: PriorityId
  kind: string
  subjectType: string
  subjectId: string
  requestId: RequestId | null
  detail: Record<string, unknown>
  createdAt: Date
  resolvedAt: Date | null
}

const PRIORITY =
  raw(`id, kind, subject_type "subjectType", subject_id "subjectId", request_id "requestId", detail,
  created_at "createdAt", resolved_at "resolvedAt"`)

/** Only for those who may approve it, which is nobody who wrote it. */
export const APPROVAL = receivableEvents.creditNoteSubmitted.type
/** Only for who wrote it; what an API key wrote, for everybody. */
export const REJECTION = receivableEvents.creditNoteRejected.type

export interface NewPriority {
  kind: string
  subject: { type: string; id: string }
  requestId: RequestId | null
  detail?: Record<string, unknown>
}

/** Raises something that a person should look at: once for its subject, and again only after it was resolved. */
export async function addPriority(
  tx: Tx,
  { kind, subject, requestId, detail = {} }: NewPriority,
): Promise<void> {
  const [raised] = await tx.many(sql<{ id: PriorityId }>`
    insert into notifications.priorities as p (company_id, id, kind, subject_type, subject_id, request_id, detail)
    values (${tx.companyId}, ${newId()}, ${kind}, ${subject.type}, ${subject.id}, ${requestId}, ${JSON.stringify(detail)})
    on conflict (company_id, kind, subject_id) do update
      set id = excluded.id, created_at = excluded.created_at, detail = excluded.detail, resolved_at = null
      where p.resolved_at is not null
    returning p.id`)
  if (raised !== undefined)
    await emit(tx, system, priorityRaised, raised.id, { kind, subject_id: subject.id })
}

/** What happened since takes care of what was raised about a request. */
export async function resolveAbout(
  tx: Tx,
  now: Date,
  requestId: RequestId,
  kinds: readonly string[],
): Promise<void> {
  const resolved = await tx.many(sql<{ id: PriorityId }>`
    update notifications.priorities set resolved_at = ${now}
    where company_id = ${tx.companyId} and request_id = ${requestId} and kind = any(${kinds}) and resolved_at is null
    returning id`)
  for (const { id } of resolved) await emit(tx, system, priorityResolved, id, {})
}

/** What was raised of a kind about one subject is taken care of. */
export async function resolveOf(tx: Tx, now: Date, kind: string, subjectId: string): Promise<void> {
  const resolved = await tx.many(sql<{ id: PriorityId }>`
    update notifications.priorities set resolved_at = ${now}
    where company_id = ${tx.companyId} and kind = ${kind} and subject_id = ${subjectId} and resolved_at is null
    returning id`)
  for (const { id } of resolved) await emit(tx, system, priorityResolved, id, {})
}

/**
 * A page of priorities, newest first: the open ones, the resolved ones, or all; of credit notes that need approval only
 * what the `reader` is to do.
 */
export function listPriorities(
  db: Db,
  page: PageRequest,
  { status, reader }: { status: 'open' | 'resolved' | 'all'; reader: { id: string; mayApprove: boolean } },
): Promise<Priority[]> {
  const where: Statement[] = [sql`company_id = ${db.companyId}`]
  if (page.after !== undefined) where.push(sql`id < ${page.after}`)
  where.push(
    sql`case kind
      when ${APPROVAL} then ${reader.mayApprove} and detail ->> 'written_by' <> ${reader.id}
      when ${REJECTION} then detail ->> 'written_by_type' = 'api_key' or detail ->> 'written_by' = ${reader.id}
      else true end`,
  )
  if (status !== 'all')
    where.push(status === 'open' ? sql`resolved_at is null` : sql`resolved_at is not null`)
  return db.many(sql<Priority>`
    select ${PRIORITY} from notifications.priorities
    where company_id = ${db.companyId} and ${join(where, ' and ')} order by id desc limit ${page.limit + 1}`)
}

export function findPriority(db: Db, id: PriorityId): Promise<Priority | undefined> {
  return db.maybe(sql<Priority>`
    select ${PRIORITY} from notifications.priorities where company_id = ${db.companyId} and id = ${id}`)
}

export function lockPriority(tx: Tx, id: PriorityId): Promise<Priority | undefined> {
  return tx.maybe(sql<Priority>`
    select ${PRIORITY} from notifications.priorities where company_id = ${tx.companyId} and id = ${id} for update`)
}

import type { Actor } from '../lib/actor.ts'
import { type Database, type Db, type GlobalDb, sql, type Tx } from '../lib/db/index.ts'
import { type EventKind, emit } from '../lib/events.ts'
import { type CompanyId, newId } from '../lib/ids.ts'
import { recordAudit } from './audit.ts'
import { listWorkplaces, type UserId } from './sessions.queries.ts'

/** What was done to a person themselves, which no one company owns: each that they work for finds it in its trail. */
export interface UserChange<Data> {
  kind: EventKind<Data>
  data: Data
}

/** The job that tells a change of a person in one more of their companies. */
export const TELL_USER_CHANGE = 'tell_user_change'

/**
 * Changes a person once, in one transaction, and tells it in each company that they work for: in the first with the
 * change, in the others by a job that is queued with it, since a transaction writes rows of one company only.
 */
export async function changeUser<Data>(
  database: Database,
  actor: Actor,
  userId: UserId,
  change: UserChange<Data>,
  work: (db: Pick<GlobalDb, 'many' | 'maybe'>) => Promise<unknown>,
): Promise<void> {
  const [first] = await listWorkplaces(database.global, userId)
  if (first === undefined) {
    await work(database.global)
    return
  }
  await database.write(first.id, async (tx) => {
    await work(tx)
    await emit(tx, actor, change.kind, userId, change.data)
    await queueElsewhere(tx, actor, userId, change)
  })
}

async function queueElsewhere<Data>(
  tx: Tx,
  actor: Actor,
  userId: UserId,
  { kind, data }: UserChange<Data>,
): Promise<void> {
  const queued = await tx.many(sql`
    select lib.enqueue(c.id, ${TELL_USER_CHANGE}, jsonb_build_object('company_id', c.id, 'event_id', ${newId()}::text,
      'type', ${kind.type}::text, 'detail', ${JSON.stringify(kind.audited(data))}::jsonb, 'subject_id', ${userId}::text, 'actor_type', ${actor.type}::text, 'actor_id', ${actor.id}::text))
    from identity.find_companies_of(${userId}) c where c.id <> ${tx.companyId}`)
  if (queued.length > 0) tx.afterCommit(tx.wiring.nudge)
}

/** Tells it in one company, once however often it is called with the same event's id. */
export async function tellUserChange(
  database: Database,
  companyId: CompanyId,
  told: { eventId: string; type: string; userId: UserId; actor: Actor; detail: unknown },
): Promise<void> {
  await database.write(companyId, async (tx) => {
    const known = await tx.maybe(sql`
      select id from identity.audit_events where company_id = ${tx.companyId} and id = ${told.eventId}`)
    if (known !== undefined) return
    recordAudit(tx, {
      id: told.eventId,
      actor: told.actor,
      action: told.type,
      subjectType: 'user',
      subjectId: told.userId,
      detail: told.detail,
    })
  })
}

/** When and how a person was changed, as the trail of one of their companies has it. */
export function findUserChange(db: Db, eventId: string): Promise<{ at: Date; detail: unknown } | undefined> {
  return db.maybe(sql<{ at: Date; detail: unknown }>`
    select at, detail from identity.audit_events where company_id = ${db.companyId} and id = ${eventId}`)
}

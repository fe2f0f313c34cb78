import type { Actor } from '../lib/actor.ts'
import { systemClock } from '../lib/clock.ts'
import { type Database, sql, type Tx } from '../lib/db/index.ts'
import { type EventKind, emit } from '../lib/events.ts'
import { passwordChanged } from './events.ts'
import { hashPassword } from './passwords/hash-password.ts'
import { listWorkplaces, type SessionId, type UserId } from './sessions.queries.ts'

/**
 * Sets a person's password and ends their sessions, but the one that it is changed in. Each company that they work
 * for finds it in its audit trail. `password` has been judged before (`checkPassword`).
 */
export async function setPassword(
  database: Database,
  actor: Actor,
  userId: UserId,
  password: string,
  keep?: SessionId,
): Promise<void> {
  const hash = await hashPassword(password)
  await changeUser(database, actor, userId, passwordChanged, (db) =>
    Promise.all([
      db.many(sql`
        update identity.users set password_hash = ${hash}, password_changed_at = ${systemClock.now()}
        where id = ${userId}`),
      db.many(sql`
        delete from identity.sessions
        where user_id = ${userId} and (${keep ?? null}::uuid is null or id <> ${keep ?? null})`),
    ]),
  )
}

/** Changes a person once, and tells it in each company that they work for. */
async function changeUser(
  database: Database,
  actor: Actor,
  userId: UserId,
  kind: EventKind<Record<string, never>>,
  work: (db: Pick<Tx, 'many'>) => Promise<unknown>,
): Promise<void> {
  const [first, ...others] = await listWorkplaces(database.global, userId)
  if (first === undefined) {
    await work(database.global)
    return
  }
  await database.write(first.id, async (tx) => {
    await work(tx)
    await emit(tx, actor, kind, userId, {})
  })
  for (const { id } of others) await database.write(id, (tx) => emit(tx, actor, kind, userId, {}))
}

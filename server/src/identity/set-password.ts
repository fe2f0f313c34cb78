import type { Actor } from '../lib/actor.ts'
import { systemClock } from '../lib/clock.ts'
import { type Database, type GlobalDb, sql } from '../lib/db/index.ts'
import { changeUser } from './change-user.ts'
import { passwordChanged } from './events.ts'
import { hashPassword } from './passwords/hash-password.ts'
import type { SessionId, UserId } from './sessions.queries.ts'
import { findUser } from './users.queries.ts'

/**
 * Sets a person's password and ends their sessions, but the one that it is changed in. `password` has been judged
 * before (`checkPassword`).
 */
export async function setPassword(
  database: Database,
  actor: Actor,
  userId: UserId,
  password: string,
  keep?: SessionId,
): Promise<void> {
  const [hash, user] = await Promise.all([hashPassword(password), findUser(database.global, userId)])
  const data = { how: user?.passwordHash == null ? ('first' as const) : ('changed' as const) }
  await changeUser(database, actor, userId, { kind: passwordChanged, data }, (db) =>
    writePassword(db, userId, hash, keep),
  )
}

/** The same inside a change; links that were mailed for a new password are over with it. */
export async function writePassword(
  db: Pick<GlobalDb, 'many'>,
  userId: UserId,
  hash: string,
  keep: SessionId | undefined,
): Promise<void> {
  await Promise.all([
    db.many(sql`
      update identity.users set password_hash = ${hash}, password_changed_at = ${systemClock.now()}
      where id = ${userId}`),
    endSessions(db, userId, keep),
    db.many(sql`delete from identity.password_resets where user_id = ${userId}`),
  ])
}

/** Ends all sessions of a person, but the one to keep. */
export async function endSessions(
  db: Pick<GlobalDb, 'many'>,
  userId: UserId,
  keep: SessionId | undefined,
): Promise<void> {
  await db.many(sql`
    delete from identity.sessions
    where user_id = ${userId} and (${keep ?? null}::uuid is null or id <> ${keep ?? null})`)
}

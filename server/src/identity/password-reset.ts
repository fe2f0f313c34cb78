import { systemClock } from '../lib/clock.ts'
import { type Database, type GlobalDb, sql } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'
import { secretHash } from './api-keys.queries.ts'
import { mayMailReset } from './attempts.ts'
import { changeUser } from './change-user.ts'
import { MailedLinkOver } from './errors.ts'
import { passwordChanged } from './events.ts'
import { checkPassword } from './passwords/check-password.ts'
import { hashPassword } from './passwords/hash-password.ts'
import { personToken } from './person-token.ts'
import { listWorkplaces, type UserId, type Workplace } from './sessions.queries.ts'
import { writePassword } from './set-password.ts'
import { findUser, type User } from './users.queries.ts'

/** The job that mails the link of a reset. */
export const MAIL_PASSWORD_RESET = 'mail_password_reset'

const HOUR_MS = 3_600_000

/**
 * Asks for a link by mail that sets a new password, good for an hour and once. Whether the address is anybody's
 * shows neither in the answer nor in the work: the row and the job are the same, and the job finds out.
 */
export async function askForPassword(db: GlobalDb, linkKey: Buffer, email: string): Promise<void> {
  if (!(await mayMailReset(db, email))) return
  const id = newId()
  const now = systemClock.now()
  await db.many(sql`
    with kept as (
      insert into identity.password_resets (id, token_hash, user_id, created_at, expires_at)
      values (${id}, ${secretHash(personToken(linkKey, 'password_reset', id))},
        (select id from identity.users where lower(email) = lower(${email}::text)), ${now},
        ${new Date(now.getTime() + HOUR_MS)})
      returning id
    )
    select lib.enqueue(null, ${MAIL_PASSWORD_RESET}, jsonb_build_object('reset_id', id)) from kept`)
}

/** Who is to be mailed the link of a reset, and in which company's name; undefined where nobody is. */
export async function findResetRecipient(
  db: GlobalDb,
  resetId: string,
): Promise<{ user: User; company: Workplace } | undefined> {
  const reset = await db.maybe(sql<{ userId: UserId | null }>`
    select user_id "userId" from identity.password_resets
    where id = ${resetId} and expires_at > ${systemClock.now()}`)
  const user = reset?.userId ? await findUser(db, reset.userId) : undefined
  if (user === undefined) return undefined
  const workplaces = await listWorkplaces(db, user.id)
  const company = workplaces.find(({ id }) => id === user.lastCompanyId) ?? workplaces[0]
  return company === undefined ? undefined : { user, company }
}

/** Sets the password by a mailed link, which is over then, as are all sessions. Throws `MailedLinkOver`. */
export async function confirmPassword(database: Database, token: string, password: string): Promise<void> {
  const hash = secretHash(token)
  const now = systemClock.now()
  const found = await database.global.maybe(sql<{ userId: UserId }>`
    select user_id "userId" from identity.password_resets
    where token_hash = ${hash} and expires_at > ${now} and user_id is not null`)
  const user = found && (await findUser(database.global, found.userId))
  if (user === undefined) throw new MailedLinkOver()
  await checkPassword(password, [user.name, user.email])
  const passwordHash = await hashPassword(password)
  const change = { kind: passwordChanged, data: { how: 'reset' as const } }
  await changeUser(database, { type: 'staff', id: user.id }, user.id, change, async (db) => {
    const taken = await db.maybe(sql`
      delete from identity.password_resets where token_hash = ${hash} and user_id = ${user.id} returning id`)
    if (taken === undefined) throw new MailedLinkOver()
    await writePassword(db, user.id, passwordHash, undefined)
  })
}

/** Deletes what is over. Returns how many. */
export async function forgetOldResets(db: GlobalDb): Promise<number> {
  const gone = await db.many(sql`
    delete from identity.password_resets where expires_at < ${systemClock.now()} returning id`)
  return gone.length
}

/** Sessions that are over, and that nobody ended. */
export async function forgetOldSessions(db: GlobalDb): Promise<number> {
  const gone = await db.many(
    sql`delete from identity.sessions where expires_at < ${systemClock.now()} returning id`,
  )
  return gone.length
}

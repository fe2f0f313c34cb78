import { type GlobalDb, sql } from '../lib/db/index.ts'
import { secretHash } from './api-keys.queries.ts'
import { NotSignedIn } from './errors.ts'
import { newSessionToken } from './session-token.ts'
import type { Session } from './sessions.queries.ts'

/** Another token for the same session, as after a new password: a copy of the old one is worth nothing. */
export async function rotateSession(
  db: GlobalDb,
  session: Session,
): Promise<{ token: string; expiresAt: Date }> {
  const token = newSessionToken()
  const rotated = await db.maybe(sql`
    update identity.sessions set token_hash = ${secretHash(token)} where id = ${session.id} returning id`)
  if (rotated === undefined) throw new NotSignedIn()
  return { token, expiresAt: session.expiresAt }
}

import { type Database, sql } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import { secretHash } from './api-keys.queries.ts'
import { NotSignedIn } from './errors.ts'
import { sessionMoved } from './events.ts'
import { newSessionToken } from './session-token.ts'
import { listWorkplaces, type Session } from './sessions.queries.ts'
import type { StartedSession } from './start-session.ts'

/** The session goes on in another company, with another token: what it may do has changed. */
export async function switchCompany(
  database: Database,
  session: Session,
  companyId: CompanyId,
): Promise<StartedSession> {
  const workplaces = await listWorkplaces(database.global, session.userId)
  if (!workplaces.some(({ id }) => id === companyId)) throw new NotFound('company')
  const token = newSessionToken()
  await database.write(companyId, async (tx) => {
    const moved = await tx.maybe(sql`
      update identity.sessions set company_id = ${companyId}, token_hash = ${secretHash(token)}
      where id = ${session.id} returning id`)
    if (moved === undefined) throw new NotSignedIn()
    await Promise.all([
      tx.change(sql`update identity.users set last_company_id = ${companyId} where id = ${session.userId}`),
      emit(tx, { type: 'staff', id: session.userId }, sessionMoved, session.id, {}),
    ])
  })
  return { id: session.id, token, expiresAt: session.expiresAt }
}

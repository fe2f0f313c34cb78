import type { FastifyRequest } from 'fastify'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { secretHash } from './api-keys.queries.ts'
import { newBrowserSeen, sessionStarted } from './events.ts'
import { keepBrowser } from './known-browsers.ts'
import { newSessionToken } from './session-token.ts'
import { ABSOLUTE_MS, type SessionId, type UserId } from './sessions.queries.ts'

/** Where a session is begun from, as its person will recognise it. */
export interface Whereabouts {
  address: string
  userAgent: string
  /** By which the browser is known again; undefined where that is not asked. */
  browserToken?: string
}

export function whereaboutsOf(request: FastifyRequest): Whereabouts {
  return { address: request.ip, userAgent: (request.headers['user-agent'] ?? '').slice(0, 300) }
}

export interface StartedSession {
  id: SessionId
  token: string
  expiresAt: Date
}

/** Begins a session in this company, always with a token that nobody had before. The token is kept nowhere. */
export async function startSession(
  tx: Tx,
  userId: UserId,
  now: Date,
  { address, userAgent, browserToken }: Whereabouts,
): Promise<StartedSession> {
  const id = newId<'ses'>()
  const token = newSessionToken()
  const expiresAt = new Date(now.getTime() + ABSOLUTE_MS)
  const isNews = browserToken !== undefined && (await keepBrowser(tx, userId, browserToken, now))
  await Promise.all([
    tx.change(sql`
      insert into identity.sessions (id, token_hash, user_id, company_id, address, user_agent, created_at,
        last_seen_at, expires_at)
      values (${id}, ${secretHash(token)}, ${userId}, ${tx.companyId}, ${address}, ${userAgent}, ${now}, ${now},
        ${expiresAt})`),
    tx.change(sql`update identity.users set last_company_id = ${tx.companyId} where id = ${userId}`),
    emit(tx, { type: 'staff', id: userId }, sessionStarted, id, { address, user_agent: userAgent }),
    isNews &&
      emit(tx, { type: 'staff', id: userId }, newBrowserSeen, userId, { address, user_agent: userAgent }),
  ])
  return { id, token, expiresAt }
}

import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type GlobalDb, sql, type Tx } from '../lib/db/index.ts'
import { secretHash } from './api-keys.queries.ts'
import { isSecure, type SessionPolicy, soleCookie } from './session-token.ts'
import type { UserId } from './sessions.queries.ts'

/** As long as browsers keep a cookie at most. */
const KEPT_MS = 400 * 24 * 3_600_000

const cookieName = (policy: SessionPolicy) => `${isSecure(policy) ? '__Host-' : ''}quittance_browser`

/** What a browser is known by: the token of its cookie, or a new one. It opens nothing. */
export function browserTokenOf(request: FastifyRequest, policy: SessionPolicy): string {
  return soleCookie(request, cookieName(policy)) ?? randomBytes(32).toString('base64url')
}

/** Has the browser keep its token; beside the cookie of the session, whichever is set first. */
export function setBrowserCookie(reply: FastifyReply, policy: SessionPolicy, token: string, now: Date): void {
  const until = new Date(now.getTime() + KEPT_MS).toUTCString()
  const secure = isSecure(policy) ? '; Secure' : ''
  reply.header(
    'set-cookie',
    `${cookieName(policy)}=${token}; Path=/; HttpOnly; SameSite=Lax${secure}; Expires=${until}`,
  )
}

/**
 * Keeps that a person signs in with a browser. Returns whether that is news for them: they signed in with others
 * before, and never with this one.
 */
export async function keepBrowser(
  db: Pick<Tx, 'one'>,
  userId: UserId,
  token: string,
  now: Date,
): Promise<boolean> {
  const { isNews } = await db.one(sql<{ isNews: boolean }>`
    with before as (
      select coalesce(bool_or(token_hash = ${secretHash(token)}), false) is_known, count(*) > 0 has_any
      from identity.known_browsers where user_id = ${userId}
    ), kept as (
      insert into identity.known_browsers (user_id, token_hash, last_used_at)
      values (${userId}, ${secretHash(token)}, ${now})
      on conflict (user_id, token_hash) do update set last_used_at = excluded.last_used_at
    )
    select has_any and not is_known "isNews" from before`)
  return isNews
}

/** Those that nobody used for so long that the cookie is gone. */
export async function forgetOldBrowsers(db: GlobalDb, now: Date): Promise<void> {
  await db.many(sql`
    delete from identity.known_browsers where last_used_at < ${new Date(now.getTime() - KEPT_MS)}`)
}

import type { FastifyRequest } from 'fastify'
import { systemClock } from '../lib/clock.ts'
import { type Database, type GlobalDb, sql } from '../lib/db/index.ts'
import { CrossSiteRefused, NotSignedIn } from './errors.ts'
import { isCsrfToken, type SessionPolicy } from './session-token.ts'
import { findSession, type Session } from './sessions.queries.ts'

/** What it takes to know who calls. */
export interface AdmitServices {
  database: Database
  sessions: SessionPolicy
}

const NOTED_EVERY_MS = 60_000

/** The session of a cookie's token, and its use noted. What changes something must show that a page of ours sent it. */
export async function admitSession(
  { database, sessions }: AdmitServices,
  request: FastifyRequest,
  token: string,
): Promise<Session> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuseCrossSite(request, sessions)
    if (!isCsrfToken(token, request.headers['x-csrf-token'])) {
      throw new CrossSiteRefused(
        'The X-CSRF-Token header is missing or not that of this session (GET /v1/session tells it). Nothing was done.',
      )
    }
  }
  const now = systemClock.now()
  const session = await findSession(database.global, token, now)
  if (session === undefined) throw new NotSignedIn()
  if (isAttended(request) && now.getTime() - session.lastSeenAt.getTime() > NOTED_EVERY_MS)
    await noteUse(database.global, session, now)
  return session
}

/** Sent by our pages with what no person's act caused: it does not say that somebody is there. */
const UNATTENDED = 'x-unattended'

/**
 * Whether a request says that the session's person is there: not a stream that an open screen holds, and not what a
 * screen reads again because of it. So a session ends eight hours after the last thing that a person did.
 */
function isAttended({ headers, routeOptions }: FastifyRequest): boolean {
  return headers[UNATTENDED] === undefined && routeOptions.config.isUnattended !== true
}

/** At most once a minute, so that a busy session is not a hot row. */
async function noteUse(db: GlobalDb, { id }: Session, now: Date): Promise<void> {
  await db.many(
    sql`update identity.sessions set last_seen_at = greatest(last_seen_at, ${now}) where id = ${id}`,
  )
}

/** Refuses what a browser says that another site, or a neighbour under our domain, made it send. */
export function refuseCrossSite(request: FastifyRequest, { origin: ours }: SessionPolicy): void {
  const { origin, 'sec-fetch-site': site } = request.headers
  if ((origin === undefined || origin === ours) && (site === undefined || site === 'same-origin')) return
  throw new CrossSiteRefused('This came from another site than Quittance itself. Nothing was done.')
}

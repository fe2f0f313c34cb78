import type { FastifyReply, FastifyRequest } from 'fastify'
import { systemClock } from '../lib/clock.ts'
import { InvariantBroken } from '../lib/errors.ts'
import type { AdmitServices } from './admit-session.ts'
import { endSession } from './end-session.ts'
import { sessionTokenOf, setSessionCookie } from './session-token.ts'
import { sessionToWire } from './session-wire.ts'
import { findSession } from './sessions.queries.ts'
import type { CredentialServices } from './sign-in.ts'
import type { StartedSession } from './start-session.ts'

export interface SignInServices extends AdmitServices, CredentialServices {
  sandbox: boolean
  /** Makes the secrets of mailed links. */
  linkKey: Buffer
  /** Hands queued work on at once. */
  nudge: () => void
}

/** The session as its person sees it, with the cookie that carries it. */
export async function answerWithSession(
  services: SignInServices,
  reply: FastifyReply,
  { token, expiresAt }: Pick<StartedSession, 'token' | 'expiresAt'>,
) {
  const session = await findSession(services.database.global, token, systemClock.now())
  if (session === undefined) throw new InvariantBroken('A session that was just begun is not there.')
  setSessionCookie(reply, services.sessions, { token, expiresAt })
  return sessionToWire(services, session, token)
}

/** Ends the session that a browser had before another begins in it: whoever had the browser has no more of it. */
export async function endFormerSession(services: SignInServices, request: FastifyRequest): Promise<void> {
  const token = sessionTokenOf(request, services.sessions)
  if (token === undefined) return
  const session = await findSession(services.database.global, token, systemClock.now())
  if (session !== undefined) await endSession(services.database, session)
}

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Where staff sign in: what their browsers send from elsewhere is refused. */
export interface SessionPolicy {
  /** Scheme, host and port of the server as browsers reach it. */
  origin: string
  /** Of the payers, where they have a host of their own: nobody is signed in there, whatever cookie comes along. */
  payHost?: string
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/
export const isSecure = ({ origin }: SessionPolicy) => origin.startsWith('https:')

/** `__Host-`: a browser takes it over https from this very host only, so that no neighbour can plant one. */
const cookieName = (policy: SessionPolicy) => `${isSecure(policy) ? '__Host-' : ''}quittance_session`

export function newSessionToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What a page of ours must show with each change: it can be read by whoever reads our answers, and so by us alone. */
export function csrfToken(sessionToken: string): string {
  return createHash('sha256').update(`csrf:v1:${sessionToken}`).digest('base64url')
}

export function isCsrfToken(sessionToken: string, given: unknown): boolean {
  const expected = Buffer.from(csrfToken(sessionToken))
  const found = Buffer.from(typeof given === 'string' ? given : '')
  return expected.length === found.length && timingSafeEqual(expected, found)
}

/** The token of a request's session cookie. */
export function sessionTokenOf(request: FastifyRequest, policy: SessionPolicy): string | undefined {
  const isPayHost = policy.payHost !== undefined && request.host === policy.payHost
  return isPayHost ? undefined : soleCookie(request, cookieName(policy))
}

/** The token of a cookie. Of two cookies neither counts: one of them somebody else may have planted. */
export function soleCookie(request: FastifyRequest, name: string): string | undefined {
  const start = `${name}=`
  const found = (request.headers.cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(start))
  const token = found[0]?.slice(start.length)
  return found.length === 1 && token !== undefined && TOKEN.test(token) ? token : undefined
}

/** Whether a browser shows a session, which may be over: for a page that saves it the question. */
export function bearsSession(request: FastifyRequest, policy: SessionPolicy): boolean {
  return sessionTokenOf(request, policy) !== undefined
}

/** Gives the browser a token until the session's end, or takes it away. */
export function setSessionCookie(
  reply: FastifyReply,
  policy: SessionPolicy,
  session: { token: string; expiresAt: Date } | undefined,
): void {
  const until = session?.expiresAt ?? new Date(0)
  const value = `${cookieName(policy)}=${session?.token ?? ''}`
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure(policy) ? '; Secure' : ''}`
  reply.header('set-cookie', `${value}; ${attributes}; Expires=${until.toUTCString()}`)
}

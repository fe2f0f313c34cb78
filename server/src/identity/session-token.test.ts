import type { FastifyReply, FastifyRequest } from 'fastify'
import { describe, expect, it } from 'vitest'
import {
  csrfToken,
  isCsrfToken,
  newSessionToken,
  type SessionPolicy,
  sessionTokenOf,
  setSessionCookie,
} from './session-token.ts'

const https: SessionPolicy = { origin: 'https://pay.example' }
const http: SessionPolicy = { origin: 'http://localhost:3000' }
const token = newSessionToken()
const expiresAt = new Date('2026-12-01T00:00:00Z')

function cookieOf(policy: SessionPolicy, session?: { token: string; expiresAt: Date }): string {
  const headers = new Map<string, string>()
  const reply = { header: (name: string, value: string) => headers.set(name, value) }
  setSessionCookie(reply as unknown as FastifyReply, policy, session)
  return headers.get('set-cookie') ?? ''
}
const request = (cookie?: string) => ({ headers: { cookie } }) as FastifyRequest

describe('the cookie of a session', () => {
  it('is bound to this very host over https, and is never to be read by a script', () => {
    expect(cookieOf(https, { token, expiresAt })).toBe(
      `__Host-quittance_session=${token}; Path=/; HttpOnly; SameSite=Lax; Secure; Expires=Tue, 01 Dec 2026 00:00:00 GMT`,
    )
    expect(cookieOf(http, { token, expiresAt })).not.toContain('Secure')
    expect(cookieOf(https)).toBe(
      '__Host-quittance_session=; Path=/; HttpOnly; SameSite=Lax; Secure; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    )
  })

  it('counts only under its own name, once, and whole', () => {
    expect(sessionTokenOf(request(`a=b; __Host-quittance_session=${token}`), https)).toBe(token)
    for (const cookie of [
      undefined,
      '',
      `quittance_session=${token}`, // without the prefix a neighbour may have planted it
      `__Host-quittance_session=${token}; __Host-quittance_session=${newSessionToken()}`,
      `__Host-quittance_session=${token}x`,
      `__Host-quittance_session=${token.slice(1)}`,
      `x__Host-quittance_session=${token}`,
      '__Host-quittance_session=',
    ])
      expect([cookie, sessionTokenOf(request(cookie), https)]).toEqual([cookie, undefined])
  })

  it('has one token for its changes, which does not tell it', () => {
    expect(isCsrfToken(token, csrfToken(token))).toBe(true)
    for (const wrong of [token, csrfToken(newSessionToken()), '', undefined, [csrfToken(token)]])
      expect(isCsrfToken(token, wrong)).toBe(false)
  })
})

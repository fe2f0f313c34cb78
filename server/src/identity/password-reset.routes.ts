import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { email } from '../lib/schemas.ts'
import { countMailed } from './attempts.ts'
import type { SignInServices } from './browser-session.ts'
import { askForPassword, confirmPassword } from './password-reset.ts'
import { givenPassword, openRoute } from './person-route.ts'

const tag = 'Signing in'
export const mailedToken = Type.String({ minLength: 1, maxLength: 100, pattern: '^[A-Za-z0-9_-]+$' })

/** A new password by mail, for who forgot theirs. */
export function passwordResetRoutes(server: FastifyInstance, services: SignInServices): void {
  const { database, linkKey } = services
  openRoute(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/password_resets',
      summary: 'Mail a link that sets a new password, if somebody signs in with this address',
      tag,
      body: Type.Object({ email }, { additionalProperties: false }),
      response: Type.Object({ object: Type.Literal('password_reset') }),
      status: 202,
    },
    async ({ body, request }) => {
      await countMailed(database.global, request.ip)
      await askForPassword(database.global, linkKey, body.email)
      services.nudge()
      return { object: 'password_reset' as const }
    },
  )
  openRoute(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/password_resets/confirm',
      summary: 'Set a new password by the mailed link; all sessions end',
      tag,
      body: Type.Object({ token: mailedToken, password: givenPassword }, { additionalProperties: false }),
    },
    async ({ body, request }) => {
      await countMailed(database.global, request.ip)
      await confirmPassword(database, body.token, body.password)
    },
  )
}

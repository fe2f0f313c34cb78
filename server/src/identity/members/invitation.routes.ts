import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { name } from '../../lib/schemas.ts'
import { admitSession } from '../admit-session.ts'
import { countMailed } from '../attempts.ts'
import { answerWithSession, endFormerSession, type SignInServices } from '../browser-session.ts'
import { findCompany } from '../companies.queries.ts'
import { MailedLinkOver } from '../errors.ts'
import { mailedToken } from '../password-reset.routes.ts'
import { givenCode, givenPassword, openRoute } from '../person-route.ts'
import { sessionTokenOf } from '../session-token.ts'
import { SessionWire } from '../session-wire.ts'
import { whereaboutsOf } from '../start-session.ts'
import { acceptInvitation, requireInvitation } from './accept-invitation.ts'

const tag = 'Signing in'

/** What an invited person does with the mailed link. */
export function invitationRoutes(server: FastifyInstance, services: SignInServices): void {
  const { database } = services
  openRoute(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/invitations/lookup',
      summary: 'What a mailed invitation is to',
      tag,
      body: Type.Object({ token: mailedToken }, { additionalProperties: false }),
      response: Type.Object(
        {
          company_name: Type.String(),
          email: Type.String(),
          name: Type.String(),
          needs_password: Type.Boolean({
            description: 'Whether this person has none yet, and so chooses one.',
          }),
        },
        { $id: 'Invitation' },
      ),
    },
    async ({ body, request }) => {
      await countMailed(database.global, request.ip)
      const { companyId, user } = await requireInvitation(database.global, body.token)
      const company = await findCompany(database.global, companyId)
      if (company === undefined) throw new MailedLinkOver()
      return {
        company_name: company.displayName,
        email: user.email,
        name: user.name,
        needs_password: user.passwordHash === null,
      }
    },
  )
  openRoute(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/invitations/accept',
      summary: 'Join by a mailed invitation, and be signed in there',
      tag,
      body: Type.Object(
        {
          token: mailedToken,
          name: Type.Optional(name),
          password: Type.Optional(givenPassword),
          code: Type.Optional(givenCode),
        },
        { additionalProperties: false },
      ),
      response: SessionWire,
      status: 201,
    },
    async ({ body, request, reply }) => {
      await countMailed(database.global, request.ip)
      const cookie = sessionTokenOf(request, services.sessions)
      const isOurs = cookie !== undefined && request.headers['x-csrf-token'] !== undefined
      const session = isOurs ? await admitSession(services, request, cookie) : undefined
      const started = await acceptInvitation(services, body, session, whereaboutsOf(request))
      await endFormerSession(services, request)
      return answerWithSession(services, reply, started)
    },
  )
}

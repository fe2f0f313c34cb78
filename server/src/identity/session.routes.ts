import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { systemClock } from '../lib/clock.ts'
import { NotFound } from '../lib/errors.ts'
import { givenId } from '../lib/given-id.ts'
import { fromWireId, toWireId } from '../lib/ids.ts'
import { email, idParams, timestamp, wireId } from '../lib/schemas.ts'
import { answerWithSession, endFormerSession, type SignInServices } from './browser-session.ts'
import { endSession } from './end-session.ts'
import { browserTokenOf, setBrowserCookie } from './known-browsers.ts'
import { givenCode, givenPassword, openRoute, personRoute } from './person-route.ts'
import { setSessionCookie } from './session-token.ts'
import { SessionWire, sessionToWire } from './session-wire.ts'
import { listSessionsOf, type OwnSession } from './sessions.queries.ts'
import { signIn } from './sign-in.ts'
import { whereaboutsOf } from './start-session.ts'
import { switchCompany } from './switch-company.ts'

const tag = 'Signing in'

const OwnSessionWire = Type.Object(
  {
    object: Type.Literal('own_session'),
    id: wireId('ses'),
    company: wireId('co'),
    address: Type.String({ description: 'Where it was begun from.' }),
    user_agent: Type.String(),
    created_at: timestamp,
    last_seen_at: timestamp,
    current: Type.Boolean(),
  },
  { $id: 'OwnSession' },
)

/** A person's sessions: begun with a password, told, switched, listed, ended. */
export function sessionRoutes(server: FastifyInstance, services: SignInServices): void {
  const { database } = services
  openRoute(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/session',
      summary: 'Sign in',
      tag,
      body: Type.Object(
        {
          email,
          password: givenPassword,
          code: Type.Optional(givenCode),
        },
        { additionalProperties: false },
      ),
      response: SessionWire,
      status: 201,
    },
    async ({ body, request, reply }) => {
      const browserToken = browserTokenOf(request, services.sessions)
      const started = await signIn(services, body, { ...whereaboutsOf(request), browserToken })
      await endFormerSession(services, request)
      const session = await answerWithSession(services, reply, started)
      setBrowserCookie(reply, services.sessions, browserToken, systemClock.now())
      return session
    },
  )
  personRoute(
    server,
    services,
    { method: 'GET', url: '/v1/session', summary: 'Who is signed in, and where', tag, response: SessionWire },
    ({ session, token }) => sessionToWire(services, session, token),
  )
  personRoute(
    server,
    services,
    {
      method: 'PATCH',
      url: '/v1/session',
      summary: 'Go on in another company that this person works for',
      tag,
      body: Type.Object({ company_id: wireId('co') }, { additionalProperties: false }),
      response: SessionWire,
    },
    async ({ session, body, reply }) => {
      const company = givenId('co', body.company_id, 'company')
      return answerWithSession(services, reply, await switchCompany(database, session, company))
    },
  )
  personRoute(
    server,
    services,
    { method: 'DELETE', url: '/v1/session', summary: 'Sign out', tag },
    async ({ session, reply }) => {
      await endSession(database, session)
      setSessionCookie(reply, services.sessions, undefined)
    },
  )
  personRoute(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/sessions',
      summary: 'Where one is signed in, newest first',
      tag,
      response: Type.Object({ object: Type.Literal('list'), data: Type.Array(OwnSessionWire) }),
    },
    async ({ session }) => ({
      object: 'list' as const,
      data: (await listSessionsOf(database.global, session.userId, systemClock.now())).map((own) =>
        ownToWire(own, own.id === session.id),
      ),
    }),
  )
  personRoute(
    server,
    services,
    {
      method: 'DELETE',
      url: '/v1/sessions/:id',
      summary: 'End one of one’s own sessions',
      tag,
      params: idParams,
    },
    async ({ session, params }) => {
      const id = fromWireId('ses', params.id)
      if (id === undefined || !(await endSession(database, { ...session, id }))) throw new NotFound('session')
    },
  )
}

function ownToWire(own: OwnSession, current: boolean) {
  return {
    object: 'own_session' as const,
    id: toWireId('ses', own.id),
    company: toWireId('co', own.companyId),
    address: own.address,
    user_agent: own.userAgent,
    created_at: own.createdAt.toISOString(),
    last_seen_at: own.lastSeenAt.toISOString(),
    current,
  }
}

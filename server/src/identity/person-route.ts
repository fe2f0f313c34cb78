import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import { type AdmitServices, admitSession, refuseCrossSite } from './admit-session.ts'
import { NotSignedIn } from './errors.ts'
import { PASSWORD_MAX } from './passwords/check-password.ts'
import { sessionTokenOf } from './session-token.ts'
import type { Session } from './sessions.queries.ts'

/** A password as it is given: what is wrong with it is told after. */
export const givenPassword = Type.String({ minLength: 1, maxLength: PASSWORD_MAX, format: 'text' })
export const givenCode = Type.String({
  minLength: 6,
  maxLength: 40,
  description: 'Of the authenticator app, or a recovery code.',
})

interface Spec<P extends TSchema, B extends TSchema, R extends TSchema> {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  url: string
  summary: string
  tag: string
  params?: P
  body?: B
  /** What it answers; nothing (204) where there is none. */
  response?: R
  status?: 200 | 201 | 202
}

interface Asked<P extends TSchema, B extends TSchema> {
  params: Static<P>
  body: Static<B>
  request: FastifyRequest
  reply: FastifyReply
}

/** A route for whoever is signed in, about themselves: no permission and no company's rows. A key is nobody here. */
export function personRoute<
  R extends TSchema = TSchema,
  P extends TSchema = TSchema,
  B extends TSchema = TSchema,
>(
  server: FastifyInstance,
  services: AdmitServices,
  spec: Spec<P, B, R>,
  handle: (asked: Asked<P, B> & { session: Session; token: string }) => Promise<Static<R>>,
): void {
  const known = new WeakMap<FastifyRequest, { session: Session; token: string }>()
  const admitFirst = async (request: FastifyRequest) => {
    const token = sessionTokenOf(request, services.sessions)
    if (token === undefined || request.headers.authorization !== undefined) throw new NotSignedIn()
    known.set(request, { session: await admitSession(services, request, token), token })
  }
  const needs = { description: 'Needs somebody who is signed in.', security: [{ session: [] }] }
  define(server, spec, needs, admitFirst, (asked) => {
    const person = known.get(asked.request)
    if (person === undefined) throw new NotSignedIn()
    return handle({ ...asked, ...person })
  })
}

/** A route for anybody, from our own pages: to sign in, and what leads there. */
export function openRoute<
  R extends TSchema = TSchema,
  P extends TSchema = TSchema,
  B extends TSchema = TSchema,
>(
  server: FastifyInstance,
  services: AdmitServices,
  spec: Spec<P, B, R>,
  handle: (asked: Asked<P, B>) => Promise<Static<R>>,
): void {
  const refuse = async (request: FastifyRequest) => refuseCrossSite(request, services.sessions)
  define(server, spec, { description: 'Needs nothing.', security: [] }, refuse, handle)
}

function define<P extends TSchema, B extends TSchema, R extends TSchema>(
  server: FastifyInstance,
  spec: Spec<P, B, R>,
  needs: { description: string; security: Record<string, string[]>[] },
  onRequest: (request: FastifyRequest) => Promise<void>,
  handle: (asked: Asked<P, B>) => Promise<unknown>,
): void {
  const status = spec.response === undefined ? 204 : (spec.status ?? 200)
  server.route({
    method: spec.method,
    url: spec.url,
    schema: {
      summary: spec.summary,
      ...needs,
      tags: [spec.tag],
      ...(spec.params ? { params: spec.params } : {}),
      ...(spec.body ? { body: spec.body } : {}),
      response: {
        [status]: spec.response ?? Type.Null({ description: 'Done.' }),
        '4xx': {
          description: 'Refused: nothing was changed unless `detail` says so.',
          content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
        },
      },
    },
    onRequest,
    handler: async (request, reply) => {
      const body = await handle({
        params: request.params as Static<P>,
        body: request.body as Static<B>,
        request,
        reply,
      })
      return reply.code(status).send(body)
    },
  })
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import { type AdmitServices, admitSession, refuseCrossSite } from './admit-session.ts'
import { NotSignedIn } from './errors.ts'
import { sessionTokenOf } from './session-token.ts'
import type { Session } from './sessions.queries.ts'

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
  define(server, spec, 'Needs somebody who is signed in.', [{ session: [] }], async (asked) => {
    const token = sessionTokenOf(asked.request, services.sessions)
    if (token === undefined || asked.request.headers.authorization !== undefined) throw new NotSignedIn()
    const session = await admitSession(services, asked.request, token)
    return handle({ ...asked, session, token })
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
  define(server, spec, 'Needs nothing.', [], async (asked) => {
    refuseCrossSite(asked.request, services.sessions)
    return handle(asked)
  })
}

function define<P extends TSchema, B extends TSchema, R extends TSchema>(
  server: FastifyInstance,
  spec: Spec<P, B, R>,
  description: string,
  security: Record<string, string[]>[],
  handle: (asked: Asked<P, B>) => Promise<unknown>,
): void {
  const status = spec.response === undefined ? 204 : (spec.status ?? 200)
  server.route({
    method: spec.method,
    url: spec.url,
    schema: {
      summary: spec.summary,
      description,
      tags: [spec.tag],
      security,
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

import type {} from '@fastify/swagger'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { type Static, type TSchema, Type } from 'typebox'
import type { Db, Last, Tx } from '../lib/db/index.ts'
import { DomainError } from '../lib/errors.ts'
import { type KeptAnswer, keyed, once, onceAround } from '../lib/idempotency.ts'
import type { CompanyId } from '../lib/ids.ts'
import { reveal } from '../lib/sealed.ts'
import { type Admitted, admitFirst, admittedOf } from './admit.ts'
import type { AdmitServices } from './admit-session.ts'
import type { Permission } from './permissions.ts'
import { idempotencyKey, requestInput } from './request-input.ts'

export interface RouteServices extends AdmitServices {
  /** The URL of a payment link, made when an answer is sent and kept nowhere. */
  linkUrl: LinkUrl
}

export type LinkUrl = (company: { id: CompanyId; publicNumber: Buffer }, linkId: string) => string

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a caller must hold; read by the role tests and the API document. */
    permission?: Permission
    problems?: readonly string[]
    /** Held open by a screen, whoever sits before it: it keeps no session alive. */
    isUnattended?: boolean
  }
}

interface Spec<P extends TSchema, Q extends TSchema, B extends TSchema, R extends TSchema> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  /** The permission that the caller must hold; it stands in the API document. */
  permission: Permission
  summary: string
  tag: string
  params?: P
  query?: Q
  body?: B
  response: R
  status?: 200 | 201
  /** Codes of problems that this route may answer with, beside those that every route may. */
  problems?: readonly string[]
}

interface Input<P extends TSchema, Q extends TSchema, B extends TSchema> extends Admitted {
  params: Static<P>
  query: Static<Q>
  body: Static<B>
}

export class IdempotencyKeyRequired extends DomainError {
  readonly code = 'idempotency_key_required'
  readonly status = 400
}

/** A route that only reads: one read-only transaction. */
export function read<
  R extends TSchema,
  P extends TSchema = TSchema,
  Q extends TSchema = TSchema,
  B extends TSchema = TSchema,
>(
  server: FastifyInstance,
  services: RouteServices,
  spec: Spec<P, Q, B, R>,
  handle: (db: Db, input: Input<P, Q, B>) => Promise<Static<R>>,
): void {
  define(server, services, spec, async (request, reply) => {
    const input = inputOf(request)
    const body = await services.database.read(input.companyId, (db) => handle(db, input))
    return send(services, reply, input, { status: spec.status ?? 200, body })
  })
}

/**
 * A route that writes: one transaction, with the kept answer of its Idempotency-Key in it. `last` is for a statement
 * that nothing follows but the making of the answer.
 */
export function write<
  R extends TSchema,
  P extends TSchema = TSchema,
  Q extends TSchema = TSchema,
  B extends TSchema = TSchema,
>(
  server: FastifyInstance,
  services: RouteServices,
  spec: Spec<P, Q, B, R>,
  handle: (tx: Tx, input: Input<P, Q, B>, last: Last) => Promise<Static<R>>,
): void {
  prepareAndWrite(
    server,
    services,
    spec,
    async () => {},
    (tx, input, _, last) => handle(tx, input, last),
  )
}

/**
 * The same with slow work before the transaction, such as reading a large document: a transaction that waited for
 * it would keep a connection from everyone else. `prepare` must change nothing, for a repeat does it again.
 */
export function prepareAndWrite<
  T,
  R extends TSchema,
  P extends TSchema = TSchema,
  Q extends TSchema = TSchema,
  B extends TSchema = TSchema,
>(
  server: FastifyInstance,
  services: RouteServices,
  spec: Spec<P, Q, B, R>,
  prepare: (input: Input<P, Q, B>) => Promise<T>,
  handle: (tx: Tx, input: Input<P, Q, B>, prepared: T, last: Last) => Promise<Static<R>>,
): void {
  define(server, services, spec, async (request, reply) => {
    const input = inputOf(request)
    const prepared = await prepare(input)
    const work = async (tx: Tx, last: Last = tx.one): Promise<KeptAnswer> => ({
      status: spec.status ?? (spec.method === 'POST' ? 201 : 200),
      body: await handle(tx, input, prepared, last),
    })
    const key = idempotencyKey(request)
    const answer =
      key === undefined
        ? await services.database.write(input.companyId, work)
        : await once(services.database, input.companyId, keyed(key, requestInput(request, input)), work)
    return send(services, reply, input, answer)
  })
}

/**
 * A route that calls another party about money. It holds no transaction and must have an Idempotency-Key:
 * `claim` commits the key with the attempt, and `resume` answers for an attempt whose first caller is gone.
 */
export function external<
  R extends TSchema,
  P extends TSchema = TSchema,
  Q extends TSchema = TSchema,
  B extends TSchema = TSchema,
>(
  server: FastifyInstance,
  services: RouteServices,
  spec: Spec<P, Q, B, R>,
  handle: (input: Input<P, Q, B>, claim: (tx: Tx, subjectId: string) => Promise<void>) => Promise<Static<R>>,
  resume: (input: Input<P, Q, B>, subjectId: string) => Promise<Static<R>>,
): void {
  define(server, services, spec, async (request, reply) => {
    const input = inputOf(request)
    const key = idempotencyKey(request)
    if (key === undefined) {
      throw new IdempotencyKeyRequired(
        'This moves money, so it needs an Idempotency-Key header: then a repeat can never do it twice. Nothing was done.',
      )
    }
    const status = spec.status ?? 201
    const answer = await onceAround(
      services.database,
      input.companyId,
      keyed(key, requestInput(request, input)),
      async (claim) => ({ status, body: await handle(input, claim) }),
      async (subjectId) => ({ status, body: await resume(input, subjectId) }),
    )
    return send(services, reply, input, answer)
  })
}

/**
 * A route that asks another party what is so, and changes nothing of ours that a repeat would do twice. It holds no
 * transaction; its answer is kept nowhere.
 */
export function asking<
  R extends TSchema,
  P extends TSchema = TSchema,
  Q extends TSchema = TSchema,
  B extends TSchema = TSchema,
>(
  server: FastifyInstance,
  services: RouteServices,
  spec: Spec<P, Q, B, R>,
  handle: (input: Input<P, Q, B>) => Promise<Static<R>>,
): void {
  define(server, services, spec, async (request, reply) => {
    const body = await handle(inputOf(request))
    return reply.code(spec.status ?? (spec.method === 'POST' ? 201 : 200)).send(body)
  })
}

function define<P extends TSchema, Q extends TSchema, B extends TSchema, R extends TSchema>(
  server: FastifyInstance,
  services: AdmitServices,
  spec: Spec<P, Q, B, R>,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): void {
  const options: RouteOptions = {
    method: spec.method,
    url: spec.url,
    schema: {
      summary: spec.summary,
      description: `Needs the permission \`${spec.permission}\`.`,
      tags: [spec.tag],
      ...(spec.params ? { params: spec.params } : {}),
      ...(spec.query ? { querystring: spec.query } : {}),
      ...(spec.body ? { body: spec.body } : {}),
      ...(spec.method === 'POST' ? { headers: IDEMPOTENCY_HEADER } : {}),
      response: { [spec.status ?? (spec.method === 'POST' ? 201 : 200)]: spec.response, '4xx': PROBLEM },
    },
    config: { permission: spec.permission, problems: spec.problems ?? [] },
    onRequest: admitFirst(services, spec.permission),
    handler,
  }
  server.route(options)
}

function send(services: RouteServices, reply: FastifyReply, input: Admitted, answer: KeptAnswer) {
  const company = { id: input.companyId, publicNumber: input.publicNumber }
  return reply.code(answer.status).send(reveal(answer.body, (linkId) => services.linkUrl(company, linkId)))
}

/** What every route may answer instead; the codes stand in the component `Problem`. */
const PROBLEM = {
  description: 'Refused: nothing was changed unless `detail` says so.',
  content: { 'application/problem+json': { schema: { $ref: 'Problem#' } } },
}

const IDEMPOTENCY_HEADER = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
})

function inputOf<P extends TSchema, Q extends TSchema, B extends TSchema>(
  request: FastifyRequest,
): Input<P, Q, B> {
  return {
    ...admittedOf(request),
    params: request.params as Static<P>,
    query: request.query as Static<Q>,
    body: request.body as Static<B>,
  }
}

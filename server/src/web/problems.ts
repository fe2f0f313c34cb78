import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sqlState } from '../lib/db/index.ts'
import { DomainError } from '../lib/errors.ts'

/** An RFC 9457 problem document. `code` is stable; `detail` says what to do. */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail: string
  field?: string | undefined
  [member: string]: unknown
}

const UNIQUE_VIOLATION = '23505'
/** Numbers and texts that PostgreSQL cannot hold: what passed our checks and still is bad input. */
const BAD_VALUE = /^22/

/** Turns whatever was thrown into a problem document. Only what nobody foresaw is a 500, and only that is logged. */
export function toProblem(error: unknown): Problem {
  if (error instanceof DomainError) {
    return problem(error.status, error.code, error.message, { field: error.field, ...error.details })
  }
  const known = error as Partial<FastifyError> & {
    validation?: {
      instancePath: string
      message?: string
      params?: { additionalProperty?: string; missingProperty?: string }
    }[]
  }
  if (known.validation !== undefined) {
    const [fault] = known.validation
    const extra = fault?.params?.additionalProperty ?? fault?.params?.missingProperty
    const field = [
      ...(fault?.instancePath ?? '').split('/').filter(Boolean),
      ...(extra === undefined ? [] : [extra]),
    ].join('.')
    return problem(
      400,
      'invalid_request',
      `${field === '' ? 'The request' : field} ${fault?.message ?? 'is not valid'}. Nothing was changed.`,
      { field: field || undefined },
    )
  }
  if (sqlState(error) === UNIQUE_VIOLATION) {
    return problem(
      409,
      'already_exists',
      'Another object has this code or number already. Nothing was changed.',
    )
  }
  if (BAD_VALUE.test(sqlState(error) ?? '')) {
    return problem(
      422,
      'value_not_storable',
      'A value in this request cannot be stored as it is. Nothing was changed.',
    )
  }
  const status = known.statusCode ?? 500
  if (status >= 400 && status < 500) {
    return problem(
      status,
      CODES[status] ?? 'invalid_request',
      `${known.message ?? 'The request cannot be read'}. Nothing was changed.`,
    )
  }
  return problem(
    500,
    'internal_error',
    'Something failed on our side. If this was about money, do not repeat it blindly: look the payment or refund up first, or repeat with the same Idempotency-Key.',
  )
}

const CODES: Readonly<Record<number, string>> = {
  404: 'not_found',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
}

function problem(
  status: number,
  code: string,
  detail: string,
  members: Record<string, unknown> = {},
): Problem {
  return { type: `/docs/errors#${code}`, title: code.replaceAll('_', ' '), status, code, detail, ...members }
}

export function sendProblem(reply: FastifyReply, found: Problem) {
  return reply
    .code(found.status)
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify(found))
}

/** One answer for every error of every route. */
export function handleProblems(server: FastifyInstance): void {
  server.setErrorHandler((error, request: FastifyRequest, reply) => {
    const found = toProblem(error)
    if (found.status >= 500) request.log.error({ err: error }, 'A request failed.')
    return sendProblem(reply, found)
  })
  server.setNotFoundHandler((_, reply) =>
    sendProblem(reply, problem(404, 'not_found', 'There is nothing at this address.')),
  )
}

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Database, sqlState } from '../lib/db/index.ts'
import { DomainError, InvalidRequest } from '../lib/errors.ts'
import { countedRefusal } from './wrong-keys.ts'

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

class AlreadyExists extends DomainError {
  readonly code = 'already_exists'
  readonly status = 409
}

class ValueNotStorable extends DomainError {
  readonly code = 'value_not_storable'
  readonly status = 422
}

class AddressUnknown extends DomainError {
  readonly code = 'address_unknown'
  readonly status = 404
}

class TooLarge extends DomainError {
  readonly code = 'too_large'
  readonly status = 413
}

class UnsupportedMediaType extends DomainError {
  readonly code = 'unsupported_media_type'
  readonly status = 415
}

class InternalError extends DomainError {
  readonly code = 'internal_error'
  readonly status = 500
}

/** Turns whatever was thrown into a problem document. Only what nobody foresaw is a 500, and only that is logged. */
export function toProblem(error: unknown): Problem {
  const known = error instanceof DomainError ? error : understand(error as Partial<FastifyError>)
  return {
    type: `urn:quittance:problem:${known.code}`,
    title: known.code.replaceAll('_', ' '),
    status: known.status,
    code: known.code,
    detail: known.message,
    ...(known.field === undefined ? {} : { field: known.field }),
    ...known.details,
  }
}

const UNIQUE_VIOLATION = '23505'
/** Numbers and texts that PostgreSQL cannot hold: what passed our checks and still is bad input. */
const BAD_VALUE = /^22/

function understand(error: Partial<FastifyError>): DomainError {
  if (error.validation !== undefined) return invalid(error.validation)
  if (sqlState(error) === UNIQUE_VIOLATION) {
    return new AlreadyExists('Another object has this code or number already. Nothing was changed.')
  }
  if (BAD_VALUE.test(sqlState(error) ?? '')) {
    return new ValueNotStorable('A value in this request cannot be stored as it is. Nothing was changed.')
  }
  const status = error.statusCode ?? 500
  if (status === 413) return new TooLarge('The request is larger than this route takes. Nothing was changed.')
  if (status === 415) {
    return new UnsupportedMediaType('This route does not take that content type. Nothing was changed.')
  }
  if (status >= 400 && status < 500) {
    return new InvalidRequest(
      `The request cannot be read: ${error.message ?? 'no reason known'}. Nothing was changed.`,
    )
  }
  return new InternalError(
    'Something failed on our side. If this was about money, do not repeat it blindly: look the payment or refund up first, or repeat with the same Idempotency-Key.',
  )
}

type Fault = NonNullable<FastifyError['validation']>[number]

function invalid([fault]: readonly Fault[]): DomainError {
  const params = (fault?.params ?? {}) as { additionalProperty?: string; missingProperty?: string }
  const extra = params.additionalProperty ?? params.missingProperty
  const path = [
    ...(fault?.instancePath ?? '').split('/').filter(Boolean),
    ...(extra === undefined ? [] : [extra]),
  ]
  const field = path.join('.')
  const subject = field === '' ? 'The request' : field
  return new InvalidRequest(`${subject} ${fault?.message ?? 'is not valid'}. Nothing was changed.`, {
    ...(field === '' ? {} : { field }),
    details: reasonOf(fault),
  })
}

/** What is wrong, for whoever says it in other words: `reason: max_length, expected: 300`. */
function reasonOf(fault: Fault | undefined): Record<string, unknown> {
  const { format, limit } = (fault?.params ?? {}) as { format?: unknown; limit?: unknown }
  const expected = format ?? limit
  const reason = fault?.keyword.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return { reason, ...(expected === undefined ? {} : { expected }) }
}

/** Says in a header, too, when one who was refused for now may come again. */
export function sendProblem(reply: FastifyReply, found: Problem) {
  const { retry_after_seconds: seconds } = found
  if (typeof seconds === 'number') reply.header('retry-after', String(seconds))
  return reply
    .code(found.status)
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify(found))
}

/** The answer to what fails before a route is found: an address that cannot be read. */
export function answerUnreadable(error: FastifyError, _: FastifyRequest, reply: FastifyReply): void {
  sendProblem(reply, toProblem(error))
}

const HEAR_OUT_MS = 10_000

/**
 * One who is refused while still sending, and cut off, gets a reset in place of our answer. So the rest is taken for
 * a while and thrown away.
 */
function hearOut({ raw }: FastifyRequest, reply: FastifyReply): void {
  reply.removeHeader('connection')
  const { socket } = raw
  setTimeout(() => {
    if (!raw.complete) socket.destroy()
  }, HEAR_OUT_MS).unref()
}

/** One answer for every error of every route. */
export function handleProblems(server: FastifyInstance, database: Database): void {
  server.setErrorHandler(async (error, request: FastifyRequest, reply) => {
    const found = toProblem(await countedRefusal(database, request, error))
    if (found.status >= 500) request.log.error({ err: error, reqId: request.id }, 'A request failed.')
    if (!request.raw.complete) hearOut(request, reply)
    return sendProblem(reply, found)
  })
  server.setNotFoundHandler((_, reply) =>
    sendProblem(
      reply,
      toProblem(new AddressUnknown('There is nothing at this address. Nothing was changed.')),
    ),
  )
}

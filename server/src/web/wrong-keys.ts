import type { FastifyRequest } from 'fastify'
import { Unauthenticated } from '../identity/index.ts'
import type { Database } from '../lib/db/index.ts'
import { DomainError } from '../lib/errors.ts'
import { missCounter } from './count-misses.ts'

/** ADR 20. A right key is served all the same, from whatever address, and is never counted. */
const countWrongKey = missCounter({
  name: 'api.wrong_keys',
  limit: 60,
  windowSeconds: 600,
  pauseSeconds: 900,
})

class TooManyWrongKeys extends DomainError {
  readonly code = 'too_many_wrong_keys'
  readonly status = 429
}

/** What a refused call is told: a key that is none is counted, and one too many is told to wait. */
export async function countedRefusal(
  database: Database,
  request: FastifyRequest,
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof Unauthenticated) || request.headers.authorization === undefined) return error
  const seconds = await countWrongKey(database, request.ip)
  if (seconds === 0) return error
  return new TooManyWrongKeys(
    'Too many wrong API keys came from this internet address. Nothing was done. A right key still works; please check yours, or wait.',
    { details: { retry_after_seconds: seconds } },
  )
}

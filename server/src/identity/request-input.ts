import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { InvalidRequest } from '../lib/errors.ts'

/** The caller's name for a request, or undefined. */
export function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || key.length === 0 || key.length > 255) {
    throw new InvalidRequest('Idempotency-Key must be 1 to 255 characters. Nothing was done.', {
      field: 'Idempotency-Key',
    })
  }
  return key
}

/** What a repeat with the same key must have in common with the first. Files count by their digest. */
export function requestInput(
  request: FastifyRequest,
  input: { params: unknown; query: unknown; body: unknown },
): unknown[] {
  return [request.method, request.routeOptions.url, input.params, input.query, bodyDigestible(input.body)]
}

function bodyDigestible(body: unknown): unknown {
  if (body instanceof Uint8Array) return createHash('sha256').update(body).digest('base64')
  return hasBytes(body) ? { ...body, bytes: bodyDigestible(body.bytes) } : body
}

function hasBytes(body: unknown): body is { bytes: Uint8Array } {
  return typeof body === 'object' && body !== null && 'bytes' in body && body.bytes instanceof Uint8Array
}

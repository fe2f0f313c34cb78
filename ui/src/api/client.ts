import createClient from 'openapi-fetch'
import { NoAnswer, Problem } from './problem.ts'
import type { paths } from './schema.generated.ts'
import { signInAgain } from './signing-in-again.ts'

/** What the session gave for requests that change something. */
let csrfToken = ''

export function keepCsrfToken(token: string): void {
  csrfToken = token
}

/** The API, typed from its document. Wrap a call in `ask`, which throws what went wrong. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: send })

/** The data of an answer, or a thrown `Problem` or `NoAnswer`. */
export async function ask<Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<NonNullable<Data>> {
  const { data, error, response } = await call
  if (error !== undefined || !response.ok) throw new Problem(documentOf(error), response.status)
  return data as NonNullable<Data>
}

/**
 * Sends a request with what every one needs. A session that has ended is signed in again, and then the request goes
 * out once more: nothing that was typed is lost.
 */
async function send(request: Request): Promise<Response> {
  const again = request.clone()
  const response = await sendOnce(request)
  if (response.status !== 401 || new URL(request.url).pathname === '/v1/session') return response
  const problem = documentOf(
    await response
      .clone()
      .json()
      .catch(() => undefined),
  )
  if (problem.code !== 'not_signed_in' && problem.code !== 'unauthenticated') return response
  await signInAgain()
  return sendOnce(again)
}

async function sendOnce(request: Request): Promise<Response> {
  if (request.method !== 'GET') {
    request.headers.set('x-csrf-token', csrfToken)
    if (request.method === 'POST' && !request.headers.has('idempotency-key'))
      request.headers.set('idempotency-key', crypto.randomUUID())
  }
  try {
    return await fetch(request)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new NoAnswer('No answer came.', { cause: error })
  }
}

function documentOf(error: unknown): { code?: never; detail?: never } & Record<string, unknown> {
  return (typeof error === 'object' && error !== null ? error : {}) as never
}

import createClient from 'openapi-fetch'
import { isAttended, toldAct } from './attended.ts'
import { sayElsewhere } from './elsewhere.ts'
import { NoAnswer, Problem, type ProblemDocument } from './problem.ts'
import type { paths } from './schema.generated.ts'
import { signInAgain } from './signing-in-again.ts'
import { keyOfTry } from './unanswered.ts'

type SessionWire = paths['/v1/session']['get']['responses'][200]['content']['application/json']

/** What the session gave for requests that change something, and whose it is. */
let known = { csrfToken: '', who: '' }

/** Keeps what requests need of the session that the screen shows. */
export function keepForRequests({ csrf_token, user, company }: SessionWire): void {
  known = { csrfToken: csrf_token, who: `${user.id} ${company.id}` }
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
 * Sends a request with what every one needs. A session that has ended is signed in again, one that another tab of
 * this browser renewed is read again, and then the request goes out once more: nothing that was typed is lost.
 */
async function send(request: Request): Promise<Response> {
  const again = request.clone()
  const response = await sendOnce(request)
  if (response.ok) return response
  const code = await codeOf(response)
  const isOver = code === 'not_signed_in' || code === 'unauthenticated'
  if (isOver && new URL(request.url).pathname !== SESSION) await signInAgain()
  else if (code !== 'cross_site_refused' || !(await isRenewed())) return response
  return sendOnce(again)
}

const SESSION = '/v1/session'

/** Whether another tab has renewed the session, as a new sign-in or password does. Throws where it is no longer this screen's. */
async function isRenewed(): Promise<boolean> {
  const response = await sendOnce(new Request(new URL(SESSION, location.origin)))
  if (!response.ok) return false
  const session: SessionWire = await response.json()
  const before = known
  if (before.who !== `${session.user.id} ${session.company.id}`) {
    sayElsewhere(session)
    throw new Problem({ code: 'session_elsewhere' }, 409)
  }
  keepForRequests(session)
  return before.csrfToken !== session.csrf_token
}

async function sendOnce(request: Request): Promise<Response> {
  if (request.method !== 'GET') request.headers.set('x-csrf-token', known.csrfToken)
  if (isAttended()) toldAct()
  else request.headers.set('x-unattended', '1')
  if (request.method !== 'POST') return reach(request)
  const { key, isAnswered } = await keyOfTry(
    request,
    request.headers.get('idempotency-key') ?? crypto.randomUUID(),
  )
  request.headers.set('idempotency-key', key)
  try {
    const response = await reach(request)
    isAnswered(response.status < 500)
    return response
  } catch (error) {
    isAnswered(false)
    throw error
  }
}

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new NoAnswer('No answer came.', { cause: error })
  }
}

async function codeOf(response: Response): Promise<unknown> {
  const document: unknown = await response
    .clone()
    .json()
    .catch(() => undefined)
  return documentOf(document).code
}

function documentOf(error: unknown): Partial<ProblemDocument> {
  return typeof error === 'object' && error !== null ? error : {}
}

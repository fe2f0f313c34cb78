import { createHash } from 'node:crypto'
import type { IdempotencyRecord } from '../kinds.ts'
import { ApiError, invalidRequest } from './api-error.ts'
import type { Call } from './call.ts'

const keptSeconds = 24 * 3600
/** Keys of requests that are being worked on, per world. */
const inProgress = new WeakMap<object, Set<string>>()

export type Answer = { status: number; body: string }
export type Replayable = Answer & { replayOf: string | null }

/**
 * Does the work once per key. The first answer is kept if the work had begun; the same key again gives that
 * answer, with other parameters a refusal, and while the first is under way a conflict.
 */
export async function once(
  call: Call,
  work: () => Promise<Answer & { begun: boolean }>,
): Promise<Replayable> {
  const key = call.idempotencyKey
  if (call.method !== 'POST' || key === null) return { ...(await work()), replayOf: null }
  if (key.length > 255) {
    throw invalidRequest('Idempotency keys can be at most 255 characters long.', { param: 'idempotency_key' })
  }
  const { store, clock } = call.world
  const id = createHash('sha256').update(`${call.account}\n${key}`).digest('hex')
  const running = inProgress.get(call.world) ?? new Set()
  inProgress.set(call.world, running)
  if (running.has(id)) throw conflict(key)
  const known = store.get('idempotency_key', call.account, id)
  const fingerprint = fingerprintOf(call)
  if (known && known.created + keptSeconds > clock.now()) {
    checkSame(call, known, fingerprint, key)
    return { status: known.status, body: known.body, replayOf: known.request.split(' ')[1] ?? null }
  }
  running.add(id)
  try {
    const answer = await work()
    if (answer.begun) {
      store.put('idempotency_key', call.account, {
        id,
        created: clock.now(),
        request: `${call.path} ${call.requestId}`,
        fingerprint,
        status: answer.status,
        body: answer.body,
      })
    }
    await store.flush()
    return { ...answer, replayOf: null }
  } finally {
    running.delete(id)
  }
}

function checkSame(call: Call, known: IdempotencyRecord, fingerprint: string, key: string): void {
  const [path] = known.request.split(' ')
  if (path !== call.path) {
    throw mismatch(
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${call.path}' vs '${path}'). Try using a key other than '${key}' if you meant to execute a different request.`,
    )
  }
  if (known.fingerprint !== fingerprint) {
    throw mismatch(
      `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    )
  }
}

function mismatch(message: string): ApiError {
  return new ApiError(400, { type: 'idempotency_error', message })
}

function conflict(key: string): ApiError {
  return new ApiError(409, {
    type: 'invalid_request_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  })
}

function fingerprintOf(call: Call): string {
  return createHash('sha256').update(canonical(call.params)).digest('hex')
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`).join()}}`
}

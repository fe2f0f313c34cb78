import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type Database, type Statement, sql, sqlState, type Tx, violatedConstraint } from './db/index.ts'
import { DomainError } from './errors.ts'
import { type CompanyId, newId } from './ids.ts'

/** An answer as it is kept: the status and a body in which links stand as references, never as tokens. */
export interface KeptAnswer {
  status: number
  body: unknown
}

export class IdempotencyKeyReused extends DomainError {
  readonly code = 'idempotency_key_reused'
  readonly status = 422
}

export class IdempotencyKeyInUse extends DomainError {
  readonly code = 'idempotency_key_in_use'
  readonly status = 409
}

interface Key {
  key: string
  inputHash: Buffer
}

/** A key with the digest of everything that makes the request what it is. */
export function keyed(key: string, input: readonly unknown[]): Key {
  return { key, inputHash: createHash('sha256').update(JSON.stringify(input)).digest() }
}

const PATIENCE_MS = 15_000

/**
 * Runs `work` once for a key, in one transaction with the kept answer. A twin in flight waits on the unique
 * index and gets the first one's answer. What throws is not kept: the key may be used again.
 */
export async function once(
  database: Database,
  companyId: CompanyId,
  key: Key,
  work: (tx: Tx) => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  try {
    return await database.write(companyId, async (tx, last) => {
      const id = newId()
      const [, answer] = await Promise.all([
        tx.change(sql`
          insert into lib.idempotency_keys (company_id, id, key, input_hash, state, status)
          values (${companyId}, ${id}, ${key.key}, ${key.inputHash}, 'done', 0)`),
        work(tx),
      ])
      await last(keep(companyId, key.key, answer))
      return answer
    })
  } catch (error) {
    if (!isTwin(error)) throw error
    return keptAnswer(database, companyId, key)
  }
}

/**
 * The same for work that calls another party: the key is committed with the attempt before the call (by
 * `claim`, inside the caller's first transaction) and answered after it (by `keep`).
 */
export async function onceAround(
  database: Database,
  companyId: CompanyId,
  key: Key,
  work: (claim: (tx: Tx, subjectId: string) => Promise<void>) => Promise<KeptAnswer>,
  resume: (subjectId: string) => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  let isOurs = false
  const claim = async (tx: Tx, subjectId: string) => {
    await tx.change(sql`
      insert into lib.idempotency_keys (company_id, id, key, input_hash, state, subject_id)
      values (${companyId}, ${newId()}, ${key.key}, ${key.inputHash}, 'in_progress', ${subjectId})`)
    isOurs = true
  }
  const before = await find(database, companyId, key)
  if (before === undefined) {
    try {
      const answer = await work(claim)
      await database.write(companyId, (_, last) => last(keep(companyId, key.key, answer)))
      return answer
    } catch (error) {
      // A faster twin may have left this one nothing to do (a full refund leaves nothing to refund), so that it
      // failed before it came to its claim. It too gets the twin's answer, not a refusal.
      const lostRace = isTwin(error) || (!isOurs && (await find(database, companyId, key)) !== undefined)
      if (!lostRace) throw error
    }
  }
  // Counted from the first caller's start: one that came long ago is gone, and nobody waits for it again.
  for (;;) {
    const found = await find(database, companyId, key)
    if (found?.state === 'done') return { status: found.status, body: found.body }
    if (found !== undefined && Date.now() > found.createdAt.getTime() + PATIENCE_MS)
      return resume(found.subjectId)
    await wait(100)
  }
}

/** Divides by zero, and so fails by itself, where there is no such key. */
function keep(companyId: CompanyId, key: string, answer: KeptAnswer): Statement<unknown> {
  return sql`
    with kept as (
      update lib.idempotency_keys set state = 'done', status = ${answer.status}, body = ${JSON.stringify(answer.body)}
      where company_id = ${companyId} and key = ${key} returning 1
    )
    select 1 / count(*) from kept`
}

async function keptAnswer(database: Database, companyId: CompanyId, key: Key): Promise<KeptAnswer> {
  const found = await find(database, companyId, key)
  if (found === undefined || found.state !== 'done') {
    throw new IdempotencyKeyInUse(
      'A request with this Idempotency-Key is still running. Nothing was done twice; ask again in a moment with the same key.',
    )
  }
  return { status: found.status, body: found.body }
}

interface Found {
  state: 'in_progress' | 'done'
  status: number
  body: unknown
  subjectId: string
  createdAt: Date
}

async function find(database: Database, companyId: CompanyId, key: Key): Promise<Found | undefined> {
  const row = await database.read(companyId, (db) =>
    db.maybe(sql<Found & { inputHash: Buffer }>`
      select state, status, body, subject_id "subjectId", input_hash "inputHash", created_at "createdAt"
      from lib.idempotency_keys where company_id = ${companyId} and key = ${key.key}`),
  )
  if (row !== undefined && !row.inputHash.equals(key.inputHash)) {
    throw new IdempotencyKeyReused(
      'This Idempotency-Key was used for another request. Nothing was done now; use a new key for a new request.',
    )
  }
  return row
}

function isTwin(error: unknown): boolean {
  return sqlState(error) === '23505' && violatedConstraint(error) === 'idempotency_keys_company_id_key_key'
}

import type { Database, Tx } from './db/index.ts'
import type { CompanyId } from './ids.ts'

/** What is known after a call: its answer, or only that there was none (a time-out, a cut connection). */
export type CallOutcome<Answer> = { known: true; answer: Answer } | { known: false; error: Error }

/** Thrown by an adapter when it cannot tell whether the other side acted. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown'
}

export interface ExternalSteps<Prepared, Answer, Result> {
  /** Records the pending attempt and everything it reserves. Committed before the call. */
  prepare: (tx: Tx) => Promise<Prepared>
  /** Asks the other side, with the attempt's id as idempotency key. No transaction is open. */
  call: (prepared: Prepared) => Promise<Answer>
  /** Writes what is known. Idempotent: webhook and poller end in the same writer. */
  record: (tx: Tx, prepared: Prepared, outcome: CallOutcome<Answer>) => Promise<Result>
}

/**
 * The only way to reach another party about money: prepare, call, record. A crash between the steps leaves
 * an attempt that a job resolves by asking; nothing is forgotten and nothing is done twice.
 */
export async function externalCall<Prepared, Answer, Result>(
  database: Database,
  companyId: CompanyId,
  steps: ExternalSteps<Prepared, Answer, Result>,
): Promise<Result> {
  const prepared = await database.write(companyId, steps.prepare)
  const outcome = await ask(() => steps.call(prepared))
  return database.write(companyId, (tx) => steps.record(tx, prepared, outcome))
}

async function ask<Answer>(call: () => Promise<Answer>): Promise<CallOutcome<Answer>> {
  try {
    return { known: true, answer: await call() }
  } catch (error) {
    if (error instanceof OutcomeUnknown) return { known: false, error }
    throw error
  }
}

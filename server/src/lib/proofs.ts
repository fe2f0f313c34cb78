import type { Db } from './db/index.ts'

/** A difference that a proof found, in words: what disagrees, by how much, and where to look. */
export interface Difference {
  proof: string
  message: string
  subjectId?: string | undefined
}

/**
 * Proves one of the invariants that ARCHITECTURE.md lists, over a company's rows, inside SQL: only differences come back, and at
 * most `limit` of them, so a million rows need no more memory than a thousand.
 */
export interface Proof {
  readonly name: string
  /** The invariants it proves, as numbered in the model. */
  readonly invariants: readonly string[]
  find(db: Db, limit: number): Promise<Omit<Difference, 'proof'>[]>
}

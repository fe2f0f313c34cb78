import { type Db, type Statement, sql } from './db/index.ts'
import type { Sums } from './tallies.ts'

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
  /**
   * Whether the tallies show already that `find` would find nothing. False also where they only cannot tell; a proof
   * without it is always looked into.
   */
  holds?(sums: Sums): boolean
  find(db: Db, limit: number): Promise<Omit<Difference, 'proof'>[]>
}

/**
 * The first rows of a statement that is worked out as if all were wanted: with a bare limit PostgreSQL expects the first
 * differences soon, and looks up a million rows one by one where there are none.
 */
export function firstOf<Row>(differing: Statement<Row>, limit: number): Statement<Row> {
  return sql<Row>`with differing as materialized (${differing}) select * from differing limit ${limit}`
}

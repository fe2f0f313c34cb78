import type { Wiring } from '../events.ts'
import type { CompanyId } from '../ids.ts'
import type { Statement } from './sql.ts'

declare const writer: unique symbol

/** Reads one company's rows. Every reader of a module takes one. */
export interface Db {
  readonly companyId: CompanyId
  many<Row>(statement: Statement<Row>): Promise<Row[]>
  /** The one row there may be. Throws if there are more. */
  maybe<Row>(statement: Statement<Row>): Promise<Row | undefined>
  /** The one row there must be. */
  one<Row>(statement: Statement<Row>): Promise<Row>
}

/**
 * Writes one company's rows, inside one transaction. A Tx is a Db; never the reverse. Statements may be
 * queued together (`await Promise.all([...])`): they are sent in one flush and run in order.
 */
export interface Tx extends Db {
  readonly [writer]: true
  readonly wiring: Wiring
  /** Runs a statement that must change exactly `rows` rows (1 unless told; undefined for any number). */
  change(statement: Statement, rows?: number | undefined): Promise<number>
  /**
   * Keeps something to be written with COMMIT, in its flush: `write` makes one statement of all that was kept for it,
   * and the statements run in the order of the first call of each. No other statement of the transaction sees what
   * they do. COMMIT does not wait for their results, so each must be right whatever number of rows it changes, or fail
   * by itself: a plain insert of what is given adds every row or fails; a row that is worked out anew from stored
   * facts (behind a lock that is kept before it) is right, changed or not.
   */
  append<Row>(write: Write<Row>, row: Row): void
  /** Runs once the transaction is committed, never if it is not, and once however often given. It must not throw. */
  afterCommit(hook: () => void): void
}

export type Write<Row> = (companyId: CompanyId, rows: readonly Row[]) => Statement

/**
 * Runs a statement that returns one row. As the last of its transaction it is sent with COMMIT behind it, and its
 * result comes when all is committed: so it must fail by itself where it does not do what it should, and nothing
 * may follow it. `tx.one` is the same where something follows.
 */
export type Last = Db['one']

/** Reads and writes what is global by nature (see docs/schema.md); no company's rows can be seen through it. */
export interface GlobalDb {
  many<Row>(statement: Statement<Row>): Promise<Row[]>
  maybe<Row>(statement: Statement<Row>): Promise<Row | undefined>
  one<Row>(statement: Statement<Row>): Promise<Row>
}

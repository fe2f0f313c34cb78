import pg from 'pg'
import { InvariantBroken } from '../errors.ts'
import type { Wiring } from '../events.ts'
import { type CompanyId, isUuid } from '../ids.ts'
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
  /** Runs once the transaction is committed, never if it is not. It must not throw. */
  afterCommit(hook: () => void): void
}

/** Reads and writes what is global by nature (see docs/schema.md); no company's rows can be seen through it. */
export interface GlobalDb {
  many<Row>(statement: Statement<Row>): Promise<Row[]>
  maybe<Row>(statement: Statement<Row>): Promise<Row | undefined>
  one<Row>(statement: Statement<Row>): Promise<Row>
}

const RETRIED = new Set(['40001', '40P01'])
const RETRY_LIMIT = 5

/** Ours alone: other users of the driver in this process (the job worker) keep its defaults. */
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, (text: string) => BigInt(text))
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text)

export interface DatabaseOptions {
  url: string
  poolSize?: number
  wiring: Wiring
  applicationName?: string
}

/** The server's door to PostgreSQL: one small pool of pipelined connections. */
export class Database {
  readonly #pool: pg.Pool
  readonly #wiring: Wiring
  readonly global: GlobalDb

  constructor(options: DatabaseOptions) {
    this.#wiring = options.wiring
    const config: pg.PoolConfig & { pipeline: boolean } = {
      connectionString: options.url,
      max: options.poolSize ?? 8,
      application_name: options.applicationName ?? 'quittance',
      pipeline: true,
      types,
    }
    this.#pool = new pg.Pool(config)
    this.#pool.on('error', () => {}) // an idle connection broke; the pool has dropped it already
    this.global = reader((statement) => this.#pool.query(query(statement)))
  }

  /**
   * One read-only transaction on a company's rows, opened in the same flush as its first statement. Its end is
   * not waited for: there is nothing to lose.
   */
  async read<T>(companyId: CompanyId, work: (db: Db) => Promise<T>): Promise<T> {
    const { tx, opened, end } = await this.#open(companyId, 'begin read only')
    try {
      const result = await work(tx)
      await opened
      return result
    } finally {
      end('rollback').catch(() => {})
    }
  }

  /**
   * One transaction on a company's rows. It is repeated from the start after a deadlock or a serialisation
   * failure, so `work` has no effect outside the database: no network, no mail.
   */
  async write<T>(companyId: CompanyId, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#transaction(companyId, work)
      } catch (error) {
        if (attempt >= RETRY_LIMIT || !RETRIED.has(sqlState(error) ?? '')) throw error
      }
    }
  }

  /**
   * One connection of its own for long comparisons: every statement commits by itself, temporary tables are
   * allowed, and the connection is thrown away afterwards.
   */
  async session<T>(companyId: CompanyId, work: (db: Db) => Promise<T>): Promise<T> {
    if (!isUuid(companyId)) throw new InvariantBroken('A company id that is not a UUID reached the database.')
    const client = await this.#pool.connect()
    try {
      await client.query({ text: "select set_config('app.company_id', $1, false)", values: [companyId] })
      return await work({ ...reader((statement) => client.query(query(statement))), companyId })
    } finally {
      client.release(true)
    }
  }

  async close(): Promise<void> {
    await this.#pool.end()
  }

  async #transaction<T>(companyId: CompanyId, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { tx, opened, end, hooks } = await this.#open(companyId, 'begin')
    try {
      const result = await work(tx)
      await opened
      if ((await end('commit')) !== 'COMMIT') {
        throw new InvariantBroken('A failed statement was overlooked; rolled back.')
      }
      for (const hook of hooks) hook()
      return result
    } catch (error) {
      await end('rollback').catch(() => {})
      throw error
    }
  }

  /** Takes a connection and queues the opening statements; `end` closes the scope and gives it back, once. */
  async #open(companyId: CompanyId, begin: string) {
    if (!isUuid(companyId)) throw new InvariantBroken('A company id that is not a UUID reached the database.')
    const client = await this.#pool.connect()
    const scope = { open: true }
    const hooks: (() => void)[] = []
    let broken: Error | undefined
    const note = (error: Error) => {
      broken = error
    }
    client.on('error', note)
    const opened = Promise.all([
      client.query(begin),
      client.query({
        name: 'company',
        text: "select set_config('app.company_id', $1, true)",
        values: [companyId],
      }),
    ])
    opened.catch(() => {}) // whoever awaits it hears of it; so does the first statement
    const end = async (how: 'commit' | 'rollback'): Promise<string | undefined> => {
      if (!scope.open) return undefined
      scope.open = false
      try {
        return (await client.query(how)).command
      } catch (error) {
        note(error as Error)
        throw error
      } finally {
        client.off('error', note)
        client.release(broken)
      }
    }
    return { tx: transaction(client, companyId, this.#wiring, hooks, scope), opened, end, hooks }
  }
}

/** The SQLSTATE of a database error, or undefined for any other error. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined
}

/** The name of the violated constraint, or undefined. */
export function violatedConstraint(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.constraint : undefined
}

function query(statement: Statement): pg.QueryConfig {
  return statement.name === ''
    ? { text: statement.text, values: [...statement.values] }
    : { name: statement.name, text: statement.text, values: [...statement.values] }
}

function reader(run: (statement: Statement) => Promise<pg.QueryResult>): GlobalDb {
  const many = async <Row>(statement: Statement<Row>): Promise<Row[]> => (await run(statement)).rows as Row[]
  const maybe = async <Row>(statement: Statement<Row>): Promise<Row | undefined> => {
    const rows = await many(statement)
    if (rows.length > 1) throw new InvariantBroken(`${rows.length} rows where one was expected.`)
    return rows[0]
  }
  const one = async <Row>(statement: Statement<Row>): Promise<Row> => {
    const row = await maybe(statement)
    if (row === undefined) throw new InvariantBroken('No row where one was expected.')
    return row
  }
  return { many, maybe, one }
}

function transaction(
  client: pg.PoolClient,
  companyId: CompanyId,
  wiring: Wiring,
  hooks: (() => void)[],
  scope: { open: boolean },
): Tx {
  // A statement that comes after the end would run on somebody else's transaction.
  const run = async (statement: Statement) => {
    if (!scope.open) throw new InvariantBroken('A statement came after the end of its transaction.')
    return client.query(query(statement))
  }
  const tx = {
    ...reader(run),
    companyId,
    wiring,
    change: async (statement: Statement, ...expected: [rows?: number | undefined]) => {
      const { rowCount } = await run(statement)
      const rows = expected.length === 0 ? 1 : expected[0]
      if (rows !== undefined && rowCount !== rows) {
        throw new InvariantBroken(`${rowCount} rows changed where ${rows} had to.`)
      }
      return rowCount ?? 0
    },
    afterCommit: (hook: () => void) => {
      hooks.push(hook)
    },
  }
  return tx as unknown as Tx
}

import pg from 'pg'
import { InvariantBroken } from '../errors.ts'
import type { Wiring } from '../events.ts'
import { type CompanyId, isUuid } from '../ids.ts'
import type { Db, GlobalDb, Last, Tx } from './access.ts'
import { send } from './send.ts'
import { SharedConnection } from './shared-connection.ts'
import { type Statement, sql } from './sql.ts'
import { type Kept, query, reader, transaction } from './transaction.ts'

const RETRIED = new Set(['40001', '40P01'])
const RETRY_LIMIT = 5
/** A connection that nobody needs is kept so long: a new one costs a first page several times what is asked by it. */
export const KEPT_IDLE_MS = 300_000

/** Ours alone: other users of the driver in this process (the job worker) keep its defaults. */
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, (text: string) => BigInt(text))
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text)

export interface DatabaseOptions {
  url: string
  poolSize?: number
  wiring: Wiring
  applicationName?: string
  /** How long the connection that quick reads share may say nothing before it is dropped; 5 seconds unless told. */
  stalledMs?: number
}

/** The server's door to PostgreSQL: one small pool of pipelined connections. */
export class Database {
  readonly #pool: pg.Pool
  readonly #wiring: Wiring
  readonly #shared: SharedConnection
  /** Over when the last call of `readOneState` is. */
  #oneState: Promise<void> = Promise.resolve()
  readonly global: GlobalDb
  /** Single rows by an indexed key only: these reads share one connection. */
  readonly quick: GlobalDb

  constructor(options: DatabaseOptions) {
    this.#wiring = options.wiring
    const config: pg.PoolConfig & { pipeline: boolean } = {
      connectionString: options.url,
      max: options.poolSize ?? 8,
      idleTimeoutMillis: KEPT_IDLE_MS,
      application_name: options.applicationName ?? 'quittance',
      pipeline: true,
      types,
    }
    this.#pool = new pg.Pool(config)
    this.#pool.on('error', () => {}) // an idle connection broke; the pool has dropped it already
    this.#shared = new SharedConnection(this.#pool, options.stalledMs)
    this.global = reader((statement) => this.#pool.query(query(statement)))
    this.quick = reader((statement) => this.#shared.query(query(statement)))
  }

  /**
   * One read-only transaction on a company's rows, opened in the same flush as its first statement. Its end is
   * not waited for: there is nothing to lose.
   */
  read<T>(companyId: CompanyId, work: (db: Db) => Promise<T>): Promise<T> {
    return this.#read(companyId, 'begin read only', work)
  }

  /**
   * Read-only transactions on a company's rows on several connections, for work that takes long and can be done side by
   * side. All their statements see one state: that of the first. One call runs at a time, so that none waits for
   * connections that another holds.
   */
  async readOneState<T>(
    companyId: CompanyId,
    connections: number,
    work: (dbs: readonly Db[]) => Promise<T>,
  ): Promise<T> {
    const before = this.#oneState
    const { promise, resolve: done } = Promise.withResolvers<void>()
    this.#oneState = promise
    try {
      await before
      const begin = 'begin isolation level repeatable read, read only'
      return await this.#read(companyId, begin, async (first) => {
        const { id } = await first.one<{ id: string }>(sql`select pg_export_snapshot() id`)
        const more = (dbs: readonly Db[]): Promise<T> =>
          dbs.length < connections
            ? this.#read(companyId, `${begin}; set transaction snapshot '${id}'`, (db) => more([...dbs, db]))
            : work(dbs)
        return more([first])
      })
    } finally {
      done()
    }
  }

  /**
   * One transaction on a company's rows. It is repeated from the start after a deadlock or a serialisation
   * failure, so `work` has no effect outside the database: no network, no mail.
   */
  async write<T>(companyId: CompanyId, work: (tx: Tx, last: Last) => Promise<T>): Promise<T> {
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
    await this.#shared.close()
    await this.#pool.end()
  }

  async #read<T>(companyId: CompanyId, begin: string, work: (db: Db) => Promise<T>): Promise<T> {
    const { tx, opened, end } = await this.#open(companyId, begin)
    try {
      const result = await work(tx)
      await opened
      return result
    } finally {
      end('rollback').catch(() => {})
    }
  }

  async #transaction<T>(companyId: CompanyId, work: (tx: Tx, last: Last) => Promise<T>): Promise<T> {
    const { tx, opened, end, kept } = await this.#open(companyId, 'begin')
    // Sent in one flush: what was kept, the last statement if there is one, COMMIT. Where one of them fails,
    // PostgreSQL makes a rollback of it.
    const commit = async <Row>(statement?: Statement<Row>): Promise<Row | undefined> => {
      const additions = [...kept.rows].map(([write, rows]) => write(companyId, rows))
      const added = Promise.all(additions.map((addition) => tx.change(addition, undefined)))
      const row = statement && tx.one(statement)
      const [value, , , command] = await Promise.all([row, added, opened, end('commit')])
      if (command !== 'COMMIT') throw new InvariantBroken('A failed statement was overlooked; rolled back.')
      return value
    }
    let committed: Promise<unknown> | undefined
    const last = <Row>(statement: Statement<Row>) => {
      const row = commit(statement) as Promise<Row>
      row.catch(() => {}) // whoever awaits it hears of it; so does whoever opened the transaction
      committed = row
      return row
    }
    try {
      const result = await work(tx, last)
      await (committed ?? commit())
      for (const hook of kept.hooks) hook()
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
    const kept: Kept = { rows: new Map(), hooks: new Set() }
    let broken: Error | undefined
    const note = (error: Error) => {
      broken = error
    }
    client.on('error', note)
    const opening = `${begin}; set local app.company_id = '${companyId}'`
    const opened = send(client, opening)
    opened.catch(() => {}) // whoever awaits it hears of it; so does the first statement
    const end = async (how: 'commit' | 'rollback'): Promise<string | undefined> => {
      if (!scope.open) return undefined
      scope.open = false
      try {
        return (await send(client, how)).command
      } catch (error) {
        note(error as Error)
        throw error
      } finally {
        client.off('error', note)
        client.release(broken)
      }
    }
    return { tx: transaction(client, companyId, this.#wiring, kept, scope), opened, end, kept }
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

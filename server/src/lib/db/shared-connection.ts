import type pg from 'pg'
import { send } from './send.ts'

/**
 * One connection of the pool that many short reads share. They are answered in their order, each as it would be by
 * itself; what is asked in one turn of the event loop, by whichever request, goes out in one write. A pay page costs
 * half as much this way as with a connection of its own. A long statement would keep all others waiting.
 */
export class SharedConnection {
  readonly #pool: pg.Pool
  #client: Promise<pg.PoolClient> | undefined

  constructor(pool: pg.Pool) {
    this.#pool = pool
  }

  async query(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    this.#client ??= this.#take()
    return send(await this.#client, statement, setImmediate)
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => undefined)
    client?.release()
  }

  /** A connection that breaks, or cannot be had, is forgotten: the next read takes another. */
  #take(): Promise<pg.PoolClient> {
    const taken = this.#pool.connect()
    const forget = () => {
      if (this.#client === taken) this.#client = undefined
    }
    taken.then((client) => {
      client.once('error', (error) => {
        forget()
        client.release(error)
      })
    }, forget)
    return taken
  }
}

import pg from 'pg'
import { send, socketOf } from './send.ts'

/** What a look-up by key takes a thousandth of: a connection that is silent for so long has stalled. */
const STALLED_MS = 5000

/**
 * One connection of the pool that many short reads share. They are answered in their order, each as it would be by
 * itself; what is asked in one turn of the event loop, by whichever request, goes out in one write. A pay page costs
 * half as much this way as with a connection of its own. A long statement would keep all others waiting.
 *
 * One that breaks or stalls is dropped with all that it was asked, and each of those reads is asked once more over
 * another: they change nothing.
 */
export class SharedConnection {
  readonly #pool: pg.Pool
  readonly #stalledMs: number
  #client: Promise<pg.PoolClient> | undefined

  constructor(pool: pg.Pool, stalledMs = STALLED_MS) {
    this.#pool = pool
    this.#stalledMs = stalledMs
  }

  async query(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    try {
      return await this.#ask(statement)
    } catch (error) {
      if (isOfTheStatement(error)) throw error
      return this.#ask(statement)
    }
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => undefined)
    client?.release()
  }

  async #ask(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    this.#client ??= this.#take()
    const taken = this.#client
    const client = await taken
    const stalled = setTimeout(() => {
      if (this.#client !== taken) return
      this.#forget(taken)
      // All that it was asked fails with this, and is asked again.
      socketOf(client).destroy(new Error(`PostgreSQL said nothing for ${this.#stalledMs} ms.`))
    }, this.#stalledMs)
    try {
      return await send(client, statement, setImmediate)
    } catch (error) {
      if (!isOfTheStatement(error)) this.#forget(taken)
      throw error
    } finally {
      clearTimeout(stalled)
    }
  }

  /** A connection that breaks, or cannot be had, is forgotten: the next read takes another. */
  #take(): Promise<pg.PoolClient> {
    const taken = this.#pool.connect()
    taken.then(
      (client) => {
        client.once('error', (error) => {
          this.#forget(taken)
          client.release(error)
        })
      },
      () => this.#forget(taken),
    )
    return taken
  }

  #forget(taken: Promise<pg.PoolClient>): void {
    if (this.#client === taken) this.#client = undefined
  }
}

/** PostgreSQL answered, and not that it is going away (class 57P): it would say the same again. */
function isOfTheStatement(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code?.startsWith('57P') !== true
}

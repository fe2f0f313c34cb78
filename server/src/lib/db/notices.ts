import pg from 'pg'
import type { Logger } from 'pino'

const AGAIN_MS = 1000

/**
 * Hears what transactions of any process told on a channel (`pg_notify`) once they were committed, on a connection of
 * its own that is opened when somebody first listens. What is told while the connection is broken is lost, so everyone
 * is called when it is back: a notice says when to look, never what there is.
 */
export class Notices {
  readonly #url: string
  readonly #channel: string
  readonly #log: Logger
  readonly #listeners = new Map<string, Set<() => void>>()
  #client: pg.Client | undefined
  #again: NodeJS.Timeout | undefined
  #closed = false

  /** `url` is of PostgreSQL itself: a pooler that gives connections out by transaction cannot listen. */
  constructor(url: string, channel: string, log: Logger) {
    this.#url = url
    this.#channel = channel
    this.#log = log
  }

  /** Calls `wake` whenever this was told, until the returned function is called. */
  listen(payload: string, wake: () => void): () => void {
    const wakes = this.#listeners.get(payload) ?? new Set()
    this.#listeners.set(payload, wakes.add(wake))
    if (this.#client === undefined && this.#again === undefined) this.#connect()
    return () => {
      wakes.delete(wake)
      if (wakes.size === 0 && this.#listeners.get(payload) === wakes) this.#listeners.delete(payload)
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#again)
    await this.#client?.end().catch(() => {})
  }

  #connect(): void {
    this.#again = undefined
    if (this.#closed) return
    const client = new pg.Client({ connectionString: this.#url, application_name: 'quittance notices' })
    this.#client = client
    const lost = (error?: Error) => {
      if (this.#client !== client) return
      this.#client = undefined
      if (this.#closed) return
      this.#log.warn({ err: error }, 'Lost the connection that hears notices; it is made again.')
      client.end().catch(() => {})
      this.#again = setTimeout(() => this.#connect(), AGAIN_MS)
    }
    client.on('error', lost)
    client.on('end', () => lost())
    client.on('notification', ({ payload }) => this.#wake(payload ?? ''))
    client
      .connect()
      .then(() => client.query(`listen ${client.escapeIdentifier(this.#channel)}`))
      .then(() => {
        for (const payload of this.#listeners.keys()) this.#wake(payload)
      })
      .catch(lost)
  }

  #wake(payload: string): void {
    for (const wake of this.#listeners.get(payload) ?? []) wake()
  }
}

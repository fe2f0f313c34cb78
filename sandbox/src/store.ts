import type { Kind, Kinds } from './kinds.ts'
import type { EntryRow, StoreDatabase } from './store-database.ts'
import {
  type Entry,
  everyAccount,
  firstAt,
  indexKey,
  keysOf,
  type ListQuery,
  type Page,
  removeFrom,
  takePage,
} from './store-index.ts'

export { everyAccount }

/**
 * All objects of the sandbox, in memory as JSON text: what is read is always a copy. Lists come from arrays
 * in order of creation, one per account and indexed value, so a page costs a binary search. With a
 * database every change is written there before `flush` returns.
 */
export class Store {
  readonly #entries = new Map<string, Entry>()
  readonly #indexes = new Map<string, Entry[]>()
  readonly #dirty = new Map<string, EntryRow | null>()
  readonly #database: StoreDatabase | null
  #sequence = 0
  #writing: Promise<void> = Promise.resolve()

  private constructor(database: StoreDatabase | null) {
    this.#database = database
  }

  static async open(database: StoreDatabase | null): Promise<Store> {
    const store = new Store(database)
    for await (const row of database?.rows() ?? []) {
      store.#sequence = Math.max(store.#sequence, row.sequence)
      store.#insert(row.kind as Kind, { ...row, keys: [] })
    }
    return store
  }

  get<K extends Kind>(kind: K, account: string, id: string): Kinds[K] | undefined {
    const entry = this.#entries.get(`${kind}/${id}`)
    if (!entry || (account !== everyAccount && entry.account !== account)) return undefined
    return JSON.parse(entry.body) as Kinds[K]
  }

  accountOf(kind: Kind, id: string): string | undefined {
    return this.#entries.get(`${kind}/${id}`)?.account
  }

  put<K extends Kind>(kind: K, account: string, object: Kinds[K]): void {
    const key = `${kind}/${object.id}`
    const known = this.#entries.get(key)
    const body = JSON.stringify(object)
    if (known) {
      this.#reindex(kind, known, body)
    } else {
      this.#sequence += 1
      this.#insert(kind, {
        id: object.id,
        account,
        created: object.created,
        sequence: this.#sequence,
        body,
        keys: [],
      })
    }
    const entry = this.#entries.get(key)
    if (entry && this.#database) this.#dirty.set(key, { kind, ...entry })
  }

  delete(kind: Kind, id: string): void {
    const key = `${kind}/${id}`
    const entry = this.#entries.get(key)
    if (!entry) return
    for (const index of entry.keys) removeFrom(this.#indexes.get(index), entry)
    this.#entries.delete(key)
    if (this.#database) this.#dirty.set(key, null)
  }

  /** Newest first; an unknown cursor gives undefined. */
  list<K extends Kind>(kind: K, account: string, query: ListQuery): Page<Kinds[K]> | undefined {
    const { entries, rest } = this.#narrowest(kind, account, query.where ?? {})
    let low = 0
    let high = entries.length
    const { created } = query
    if (created?.gte !== undefined)
      low = Math.max(
        low,
        firstAt(entries, (e) => e.created >= (created.gte ?? 0)),
      )
    if (created?.gt !== undefined)
      low = Math.max(
        low,
        firstAt(entries, (e) => e.created > (created.gt ?? 0)),
      )
    if (created?.lt !== undefined)
      high = Math.min(
        high,
        firstAt(entries, (e) => e.created >= (created.lt ?? 0)),
      )
    if (created?.lte !== undefined)
      high = Math.min(
        high,
        firstAt(entries, (e) => e.created > (created.lte ?? 0)),
      )
    const cursor = query.startingAfter ?? query.endingBefore
    if (cursor !== undefined) {
      const at = this.#entries.get(`${kind}/${cursor}`)
      if (!at || (account !== everyAccount && at.account !== account)) return undefined
      if (query.startingAfter !== undefined) {
        high = Math.min(
          high,
          firstAt(entries, (e) => e.sequence >= at.sequence),
        )
      } else {
        low = Math.max(
          low,
          firstAt(entries, (e) => e.sequence > at.sequence),
        )
      }
    }
    return takePage(entries, low, high, query, rest)
  }

  /** Every object of a kind, oldest first. */
  *all<K extends Kind>(kind: K, account: string = everyAccount): Generator<Kinds[K]> {
    for (const entry of [...(this.#indexes.get(indexKey(kind, account)) ?? [])]) {
      yield JSON.parse(entry.body) as Kinds[K]
    }
  }

  count(kind: Kind): number {
    return this.#indexes.get(indexKey(kind, everyAccount))?.length ?? 0
  }

  /** Returns when everything changed so far rests in the database. Callers at the same time share one write. */
  flush(): Promise<void> {
    const database = this.#database
    if (!database || this.#dirty.size === 0) return this.#writing
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#writeDirty(database))
    return this.#writing
  }

  async #writeDirty(database: StoreDatabase): Promise<void> {
    if (this.#dirty.size === 0) return
    const batch = [...this.#dirty]
    this.#dirty.clear()
    try {
      await database.write(batch)
    } catch (error) {
      // What could not be written is tried again with the next change, unless that overtook it.
      for (const [key, row] of batch) if (!this.#dirty.has(key)) this.#dirty.set(key, row)
      throw error
    }
  }

  async close(): Promise<void> {
    await this.flush()
    await this.#database?.close()
  }

  #insert(kind: Kind, entry: Entry): void {
    this.#entries.set(`${kind}/${entry.id}`, entry)
    entry.keys = keysOf(kind, entry.account, entry.body)
    for (const key of entry.keys) {
      const index = this.#indexes.get(key)
      if (!index) this.#indexes.set(key, [entry])
      else if ((index.at(-1)?.sequence ?? 0) < entry.sequence) index.push(entry)
      else
        index.splice(
          firstAt(index, (e) => e.sequence > entry.sequence),
          0,
          entry,
        )
    }
  }

  #reindex(kind: Kind, entry: Entry, body: string): void {
    const keys = keysOf(kind, entry.account, body)
    entry.body = body
    if (keys.join() === entry.keys.join()) return
    for (const key of entry.keys) removeFrom(this.#indexes.get(key), entry)
    this.#insert(kind, entry)
  }

  #narrowest(kind: Kind, account: string, where: NonNullable<ListQuery['where']>) {
    let entries = this.#indexes.get(indexKey(kind, account)) ?? []
    const wanted = Object.entries(where).flatMap(([field, value]) =>
      value === undefined ? [] : [[value].flat().map((one) => indexKey(kind, account, field, one))],
    )
    for (const [key, ...others] of wanted) {
      const index = this.#indexes.get(key ?? '') ?? []
      if (others.length === 0 && index.length <= entries.length) entries = index
    }
    return { entries, rest: wanted }
  }
}

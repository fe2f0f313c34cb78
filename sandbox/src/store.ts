import { indexedFields, type Kind, type Kinds } from './kinds.ts'
import type { EntryRow, StoreDatabase } from './store-database.ts'

type Entry = { id: string; account: string; created: number; sequence: number; body: string; keys: string[] }

export type Page<T> = { data: T[]; hasMore: boolean }

export type ListQuery = {
  limit: number
  startingAfter?: string | undefined
  endingBefore?: string | undefined
  created?: { gt?: number; gte?: number; lt?: number; lte?: number } | undefined
  /** The value of indexed fields, or one of several. */
  where?: { [field: string]: string | string[] | undefined }
}

/** Whether an account's own objects are meant, or (in the pages) everyone's. */
export const everyAccount = '*'

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
    this.#writing = this.#writing.then(async () => {
      if (this.#dirty.size === 0) return
      const batch = [...this.#dirty]
      this.#dirty.clear()
      await database.write(batch)
    })
    return this.#writing
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

function takePage<T>(
  entries: Entry[],
  low: number,
  high: number,
  query: ListQuery,
  keys: string[][],
): Page<T> {
  const found: Entry[] = []
  const fits = (entry: Entry) => keys.every((some) => some.some((key) => entry.keys.includes(key)))
  if (query.endingBefore !== undefined) {
    for (let at = low; at < high && found.length <= query.limit; at += 1) {
      const entry = entries[at]
      if (entry && fits(entry)) found.push(entry)
    }
  } else {
    for (let at = high - 1; at >= low && found.length <= query.limit; at -= 1) {
      const entry = entries[at]
      if (entry && fits(entry)) found.push(entry)
    }
  }
  const hasMore = found.length > query.limit
  const page = found.slice(0, query.limit)
  if (query.endingBefore !== undefined) page.reverse()
  return { data: page.map((entry) => JSON.parse(entry.body) as T), hasMore }
}

function indexKey(kind: Kind, account: string, field = '', value = ''): string {
  return JSON.stringify([kind, account, field, value])
}

function keysOf(kind: Kind, account: string, body: string): string[] {
  const fields = indexedFields[kind] ?? []
  const keys = [indexKey(kind, account), indexKey(kind, everyAccount)]
  if (fields.length === 0) return keys
  const object = JSON.parse(body) as { [field: string]: unknown }
  for (const field of fields) {
    for (const value of [object[field]].flat()) {
      if (typeof value !== 'string') continue
      keys.push(indexKey(kind, account, field, value), indexKey(kind, everyAccount, field, value))
    }
  }
  return keys
}

/** The first position whose entry passes, where all after it pass too. */
function firstAt(entries: Entry[], passes: (entry: Entry) => boolean): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = entries[middle]
    if (entry && passes(entry)) high = middle
    else low = middle + 1
  }
  return low
}

function removeFrom(index: Entry[] | undefined, entry: Entry): void {
  const at = index ? firstAt(index, (e) => e.sequence >= entry.sequence) : -1
  if (index?.[at] === entry) index.splice(at, 1)
}

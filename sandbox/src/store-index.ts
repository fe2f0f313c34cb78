import { indexedFields, type Kind } from './kinds.ts'

export type Entry = {
  id: string
  account: string
  created: number
  sequence: number
  body: string
  keys: string[]
}

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

export function takePage<T>(
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

export function indexKey(kind: Kind, account: string, field = '', value = ''): string {
  return JSON.stringify([kind, account, field, value])
}

export function keysOf(kind: Kind, account: string, body: string): string[] {
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
export function firstAt(entries: Entry[], passes: (entry: Entry) => boolean): number {
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

export function removeFrom(index: Entry[] | undefined, entry: Entry): void {
  const at = index ? firstAt(index, (e) => e.sequence >= entry.sequence) : -1
  if (index?.[at] === entry) index.splice(at, 1)
}

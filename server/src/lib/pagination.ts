import { InvalidRequest } from './errors.ts'
import { fromWireId, toWireId } from './ids.ts'

/** A page of a keyset list, newest first, as Stripe's lists. */
export interface Page<T> {
  object: 'list'
  data: T[]
  has_more: boolean
  /** Give it as `starting_after` for the next page; null at the end. */
  next_cursor: string | null
}

export interface PageRequest {
  limit: number
  /** The id after which the page starts, inside form. */
  after: string | undefined
}

export function pageRequest(prefix: string, query: { limit?: number; starting_after?: string }): PageRequest {
  const after = query.starting_after === undefined ? undefined : fromWireId(prefix, query.starting_after)
  if (query.starting_after !== undefined && after === undefined) {
    throw new InvalidRequest('starting_after must be the id of an object of this list.', {
      field: 'starting_after',
    })
  }
  return { limit: query.limit ?? 20, after }
}

/** Cuts `limit + 1` rows to a page. */
export function page<Row extends { id: string }, T>(
  prefix: string,
  rows: readonly Row[],
  limit: number,
  toWire: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const hasMore = rows.length > limit
  return {
    object: 'list',
    data: shown.map(toWire),
    has_more: hasMore,
    next_cursor: hasMore && last !== undefined ? toWireId(prefix, last.id) : null,
  }
}

import { type Static, Type } from 'typebox'
import { type Statement, sql } from './db/index.ts'
import { isoDate } from './schemas.ts'
import { type Needle, needleOf } from './search.ts'

const price = Type.Integer({ minimum: 0, maximum: 99_999_999, description: 'In minor units.' })

/** What every list of documents may be filtered by. Days are the company's, both included. */
export const documentFilter = {
  q: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'Part of a reference or number, of a name, or an amount.',
    }),
  ),
  created_from: Type.Optional(isoDate),
  created_to: Type.Optional(isoDate),
  amount_from: Type.Optional(price),
  amount_to: Type.Optional(price),
}
const asked = Type.Object(documentFilter)

export interface DocumentFilter {
  timeZone: string
  needle: Needle | undefined
  createdFrom: string | undefined
  createdTo: string | undefined
  amountFrom: number | undefined
  amountTo: number | undefined
}

/** `timeZone` is the company's, whose days are asked for. */
export function documentFilterOf(query: Static<typeof asked>, timeZone: string): DocumentFilter {
  return {
    timeZone,
    needle: query.q === undefined || query.q.trim() === '' ? undefined : needleOf(query.q),
    createdFrom: query.created_from,
    createdTo: query.created_to,
    amountFrom: query.amount_from,
    amountTo: query.amount_to,
  }
}

/** Whether rows are looked for by when they were made: then an index by time serves, and the page is in its order. */
export function isByTime(filter: DocumentFilter): boolean {
  return filter.createdFrom !== undefined || filter.createdTo !== undefined
}

/** The conditions on when a row was made, its column given. */
export function madeBetween(column: Statement, filter: DocumentFilter): Statement[] {
  const { createdFrom, createdTo, timeZone } = filter
  const where: Statement[] = []
  if (createdFrom !== undefined)
    where.push(sql`${column} >= (${createdFrom}::date)::timestamp at time zone ${timeZone}`)
  if (createdTo !== undefined)
    where.push(sql`${column} < (${createdTo}::date + 1)::timestamp at time zone ${timeZone}`)
  return where
}

/** The conditions on a row's amount, its column given. One amount is asked for as that: an index then keeps the order. */
export function amountBetween(column: Statement, { amountFrom, amountTo }: DocumentFilter): Statement[] {
  if (amountFrom !== undefined && amountFrom === amountTo) return [sql`${column} = ${amountFrom}`]
  const where: Statement[] = []
  if (amountFrom !== undefined) where.push(sql`${column} >= ${amountFrom}`)
  if (amountTo !== undefined) where.push(sql`${column} <= ${amountTo}`)
  return where
}

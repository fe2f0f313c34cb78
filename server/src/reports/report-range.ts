import { Type } from 'typebox'
import { type Company, ownCompany } from '../identity/index.ts'
import { dayOf } from '../lib/day-of.ts'
import { type Db, type Statement, sql } from '../lib/db/index.ts'
import { InvalidRequest } from '../lib/errors.ts'
import { ISO_DATE, isoDate } from '../lib/schemas.ts'

const MOST_DAYS = 366
const DAY_MS = 86_400_000

export const rangeQuery = {
  from: Type.Optional(isoDate),
  to: Type.Optional(Type.String({ ...ISO_DATE, description: 'The last day, included. At most 366 days.' })),
  days: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MOST_DAYS,
      description: 'In place of from and to: so many days up to today, which is included.',
    }),
  ),
}

interface Asked {
  from?: string
  to?: string
  days?: number
}

/** Days of a company, both included. */
export interface Range {
  from: string
  to: string
  company: Company
}

/** The days that are asked for. Today is the company's, so that no reader's clock decides what a report is of. */
export async function rangeOf(db: Db, now: Date, { from, to, days }: Asked): Promise<Range> {
  const isNamed = from !== undefined && to !== undefined
  if (days === undefined ? !isNamed : (from ?? to) !== undefined)
    throw new InvalidRequest('A report is of the days from and to, or of the last days. Nothing was read.', {
      field: days === undefined && from === undefined ? 'from' : 'to',
    })
  if (isNamed) checkLength(from, to)
  const company = await ownCompany(db)
  const today = dayOf(now, company.timeZone)
  return { from: from ?? dayBefore(today, (days ?? 1) - 1), to: to ?? today, company }
}

function checkLength(from: string, to: string): void {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
  if (days < 1) throw new InvalidRequest('to is before from. Nothing was read.', { field: 'to' })
  if (days > MOST_DAYS)
    throw new InvalidRequest(`A report is of at most ${MOST_DAYS} days; ask for less at once.`, {
      field: 'to',
    })
}

function dayBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * DAY_MS).toISOString().slice(0, 10)
}

/** The condition that a moment is of the range, in the company's time zone. */
export function within(column: Statement, { from, to, company }: Range): Statement {
  return sql`${column} >= (${from}::date)::timestamp at time zone ${company.timeZone}
    and ${column} < (${to}::date + 1)::timestamp at time zone ${company.timeZone}`
}

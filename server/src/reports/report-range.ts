import { Type } from 'typebox'
import { type Company, findCompany } from '../identity/index.ts'
import { type Db, type Statement, sql } from '../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { ISO_DATE, isoDate } from '../lib/schemas.ts'

const MOST_DAYS = 366

export const rangeQuery = {
  from: isoDate,
  to: Type.String({ ...ISO_DATE, description: 'The last day, included. At most 366 days.' }),
}

/** Days of a company, both included. */
export interface Range {
  from: string
  to: string
  company: Company
}

export async function rangeOf(db: Db, { from, to }: { from: string; to: string }): Promise<Range> {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  if (days < 1) throw new InvalidRequest('to is before from. Nothing was read.', { field: 'to' })
  if (days > MOST_DAYS)
    throw new InvalidRequest(`A report is of at most ${MOST_DAYS} days; ask for less at once.`, {
      field: 'to',
    })
  return { from, to, company: await ownCompany(db) }
}

export async function ownCompany(db: Db): Promise<Company> {
  const company = await findCompany(db, db.companyId)
  if (company === undefined) throw new NotFound('company')
  return company
}

/** The condition that a moment is of the range, in the company's time zone. */
export function within(column: Statement, { from, to, company }: Range): Statement {
  return sql`${column} >= (${from}::date)::timestamp at time zone ${company.timeZone}
    and ${column} < (${to}::date + 1)::timestamp at time zone ${company.timeZone}`
}

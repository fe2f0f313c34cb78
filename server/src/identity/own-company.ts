import { dayOf } from '../lib/day-of.ts'
import type { Db } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { type Company, findCompany } from './companies.queries.ts'

/** The company whose rows are read. On the transaction's own connection: one that waits for a second starves the pool. */
export async function ownCompany(db: Db): Promise<Company> {
  const company = await findCompany(db, db.companyId)
  if (company === undefined) throw new NotFound('company')
  return company
}

/** The day that it is for the company, as yyyy-mm-dd: in the evening another one than by UTC. */
export async function companyDay(db: Db, now: Date): Promise<string> {
  return dayOf(now, (await ownCompany(db)).timeZone)
}

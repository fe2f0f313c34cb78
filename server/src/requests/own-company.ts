import { type Company, findCompany } from '../identity/index.ts'
import type { Db } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'

/** Read on the transaction's own connection: one that waits for a second starves the pool under load. */
export async function ownCompany(db: Db): Promise<Company> {
  const company = await findCompany(db, db.companyId)
  if (company === undefined) throw new NotFound('company')
  return company
}

import { type Company, findCompany } from '../identity/index.ts'
import type { Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'

/** Read on the transaction's own connection: one that waits for a second starves the pool under load. */
export async function ownCompany(tx: Tx): Promise<Company> {
  const company = await findCompany(tx, tx.companyId)
  if (company === undefined) throw new NotFound('company')
  return company
}

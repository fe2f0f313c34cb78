import { auditProofs, listCompanies } from '../identity/index.ts'
import { ledgerProofs, ledgerTallies } from '../ledger/index.ts'
import type { Database, Db } from '../lib/db/index.ts'
import type { CompanyId } from '../lib/ids.ts'
import type { Difference, Proof } from '../lib/proofs.ts'
import { type Tally, takeTallies } from '../lib/tallies.ts'
import { compareWithProcessor, type Processor, paymentProofs, paymentTallies } from '../payments/index.ts'
import { receivableProofs, receivableTallies } from '../receivables/index.ts'
import { requestProofs, requestTallies } from '../requests/index.ts'
import { salesProofs, salesTallies } from '../sales/index.ts'

export const PROOFS: readonly Proof[] = [
  ...auditProofs,
  ...ledgerProofs,
  ...paymentProofs,
  ...receivableProofs,
  ...salesProofs,
  ...requestProofs,
]

/** The longest first, and short ones at the end, so that no connection is left with much while others have nothing. */
const TALLIES: readonly Tally[] = [
  ...ledgerTallies,
  ...paymentTallies,
  ...receivableTallies,
  ...requestTallies,
  ...salesTallies,
]

/** Tallies are taken on so many processors. */
const CONNECTIONS = 2

/** At most so many differences of one proof are listed; the first few tell where to look. */
const LIMIT = 20

/**
 * Every difference of one company, in words; none where its books hold. All proofs are of one state of the books,
 * whatever is paid meanwhile. A proof looks for differences only where the tallies do not show that there are none.
 */
export function proveBooks(database: Database, companyId: CompanyId): Promise<Difference[]> {
  return database.readOneState(companyId, CONNECTIONS, async (dbs) => {
    const found: Difference[] = []
    for (const proof of await unsettled(dbs)) {
      const differences = await proof.find(dbs[0] as Db, LIMIT)
      found.push(...differences.map((difference) => ({ ...difference, proof: proof.name })))
    }
    return found
  })
}

/** The proofs that the tallies alone do not settle. */
export function unproven(database: Database, companyId: CompanyId): Promise<Proof[]> {
  return database.readOneState(companyId, CONNECTIONS, unsettled)
}

async function unsettled(dbs: readonly Db[]): Promise<Proof[]> {
  const sums = await takeTallies(dbs, TALLIES)
  return PROOFS.filter((proof) => !proof.holds?.(sums))
}

export interface Verdict {
  company: string
  compared: number
  differences: Difference[]
}

/** Proves every company, one after the other, and compares each with the processor. */
export async function* verifyAll(database: Database, processor: Processor): AsyncGenerator<Verdict> {
  for (const company of await listCompanies(database.global)) {
    const books = await proveBooks(database, company.id)
    const { compared, differences } = await compareWithProcessor(database, processor, company.id, LIMIT)
    yield { company: company.displayName, compared, differences: [...books, ...differences] }
  }
}

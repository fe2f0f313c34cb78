import { auditProofs, listCompanies } from '../identity/index.ts'
import { ledgerProofs } from '../ledger/index.ts'
import type { Database } from '../lib/db/index.ts'
import type { CompanyId } from '../lib/ids.ts'
import type { Difference, Proof } from '../lib/proofs.ts'
import { compareWithProcessor, type Processor, paymentProofs } from '../payments/index.ts'
import { receivableProofs } from '../receivables/index.ts'
import { requestProofs } from '../requests/index.ts'

export const PROOFS: readonly Proof[] = [
  ...auditProofs,
  ...ledgerProofs,
  ...paymentProofs,
  ...receivableProofs,
  ...requestProofs,
]

/** At most so many differences of one proof are listed; the first few tell where to look. */
const LIMIT = 20

/** Every difference of one company, in words; none where its books hold. */
export async function proveBooks(database: Database, companyId: CompanyId): Promise<Difference[]> {
  const found: Difference[] = []
  for (const proof of PROOFS) {
    const differences = await database.read(companyId, (db) => proof.find(db, LIMIT))
    found.push(...differences.map((difference) => ({ ...difference, proof: proof.name })))
  }
  return found
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

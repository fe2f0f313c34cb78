import { isDeepStrictEqual } from 'node:util'
import { type Company, findCompany } from '../../identity/index.ts'
import type { Database } from '../../lib/db/index.ts'
import type { CompanyId } from '../../lib/ids.ts'

const TTL_MS = 10_000
const LIMIT = 10_000
const known = new Map<CompanyId, { company: Company; until: number }>()

/**
 * A company as pages show it: its name and how to reach it, at most ten seconds old. No money hangs on it. As long as
 * it stays as it is, it is the same object.
 */
export async function knownCompany(database: Database, id: CompanyId): Promise<Company | undefined> {
  const kept = known.get(id)
  if (kept !== undefined && kept.until > Date.now()) return kept.company
  const found = await findCompany(database.quick, id)
  if (found === undefined) return undefined
  const company = isDeepStrictEqual(kept?.company, found) && kept !== undefined ? kept.company : found
  if (known.size >= LIMIT) known.clear()
  known.set(id, { company, until: Date.now() + TTL_MS })
  return company
}

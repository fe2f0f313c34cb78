import { isDeepStrictEqual } from 'node:util'
import { type Company, findCompany, findSmallLogo } from '../../identity/index.ts'
import type { Database } from '../../lib/db/index.ts'
import type { CompanyId } from '../../lib/ids.ts'
import type { PageLogo } from './view.ts'

/** A company with the logo that its pages carry. */
export interface KnownCompany extends Company {
  readonly logo: PageLogo | undefined
}

const TTL_MS = 10_000
const LIMIT = 10_000
const known = new Map<CompanyId, { company: KnownCompany; until: number }>()

/**
 * A company as pages show it: its name, its logo and how to reach it, at most ten seconds old. No money hangs on it.
 * As long as it stays as it is, it is the same object.
 */
export async function knownCompany(database: Database, id: CompanyId): Promise<KnownCompany | undefined> {
  const kept = known.get(id)
  if (kept !== undefined && kept.until > Date.now()) return kept.company
  const found = await findCompany(database.quick, id)
  if (found === undefined) return undefined
  const now = { ...found, logo: await logoOf(database, found, kept?.company.logo) }
  const company = kept !== undefined && isDeepStrictEqual(kept.company, now) ? kept.company : now
  if (known.size >= LIMIT) known.clear()
  known.set(id, { company, until: Date.now() + TTL_MS })
  return company
}

/** The picture is read only where there is one, and another than before. */
async function logoOf(
  database: Database,
  { id, logoId }: Company,
  before: PageLogo | undefined,
): Promise<PageLogo | undefined> {
  if (logoId === null) return undefined
  if (before?.id === logoId) return before
  const logo = await database.read(id, findSmallLogo)
  if (logo === undefined) return undefined
  const { image, width, height } = logo
  return {
    id: logoId,
    source: `data:image/png;base64,${Buffer.from(image).toString('base64')}`,
    width,
    height,
  }
}

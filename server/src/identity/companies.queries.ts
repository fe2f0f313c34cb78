import { type GlobalDb, raw, sql } from '../lib/db/index.ts'
import type { CompanyId } from '../lib/ids.ts'
import type { Language } from '../lib/words.ts'
import type { LogoId } from './logo/logos.queries.ts'

export interface Company {
  id: CompanyId
  publicNumber: Buffer
  legalName: string
  displayName: string
  email: string | null
  phone: string | null
  addressLines: string[]
  country: string
  taxId: string | null
  language: Language
  timeZone: string
  currency: string
  statementDescriptor: string | null
  /** Which logo is shown; null for none. Another logo has another id. */
  logoId: LogoId | null
}

const COLUMNS =
  raw(`id, public_number "publicNumber", legal_name "legalName", display_name "displayName", email, phone,
    address_lines "addressLines", country, tax_id "taxId", language, time_zone "timeZone", currency,
    statement_descriptor "statementDescriptor", logo_id "logoId"`)

/** A company by its id. */
export function findCompany(db: GlobalDb, id: CompanyId): Promise<Company | undefined> {
  return db.maybe(sql<Company>`select ${COLUMNS} from identity.companies where id = ${id}`)
}

/** All companies, oldest first: for what runs over each (seals, proofs, the operator's list). */
export function listCompanies(db: GlobalDb): Promise<Company[]> {
  return db.many(sql<Company>`select ${COLUMNS} from identity.companies order by id`)
}

const byNumber = new Map<string, CompanyId>()

/** The company of a public number, which never changes hands: kept in memory once found. */
export async function companyOfNumber(db: GlobalDb, publicNumber: Buffer): Promise<CompanyId | undefined> {
  const key = publicNumber.toString('hex')
  const known = byNumber.get(key)
  if (known !== undefined) return known
  const row = await db.maybe(sql<{ id: CompanyId }>`
    select id from identity.companies where public_number = ${publicNumber}`)
  if (row !== undefined) byNumber.set(key, row.id)
  return row?.id
}

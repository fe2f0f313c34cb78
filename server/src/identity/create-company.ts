import { randomBytes } from 'node:crypto'
import type { Actor } from '../lib/actor.ts'
import { type Database, sql } from '../lib/db/index.ts'
import { type CompanyId, newId } from '../lib/ids.ts'
import { recordAudit } from './audit.ts'
import type { Company } from './companies.queries.ts'

export type NewCompany = Omit<Company, 'id' | 'publicNumber' | 'logoId'>

/** Creates a company: the operator's act. Its public number is random, so numbers tell nothing of their count. */
export async function createCompany(
  database: Database,
  actor: Actor,
  company: NewCompany,
): Promise<CompanyId> {
  const id = newId<'co'>()
  await database.write(id, async (tx) => {
    await tx.change(sql`
      insert into identity.companies (id, public_number, legal_name, display_name, email, phone, address_lines,
        country, tax_id, language, time_zone, currency, statement_descriptor)
      values (${id}, ${randomBytes(4)}, ${company.legalName}, ${company.displayName}, ${company.email},
        ${company.phone}, ${company.addressLines}, ${company.country}, ${company.taxId}, ${company.language},
        ${company.timeZone}, ${company.currency}, ${company.statementDescriptor})`)
    await recordAudit(tx, {
      id: newId(),
      actor,
      action: 'company.created',
      subjectType: 'company',
      subjectId: id,
      detail: { display_name: company.displayName },
    })
  })
  return id
}

import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { checkTimeZone } from '../lib/time-zone.ts'
import { type Company, findCompany } from './companies.queries.ts'
import { companyChanged } from './events.ts'

/** What a company's staff may change of it. Country and currency stand: its books are in them. */
export type CompanyChange = Partial<
  Pick<
    Company,
    | 'displayName'
    | 'legalName'
    | 'email'
    | 'phone'
    | 'addressLines'
    | 'taxId'
    | 'language'
    | 'timeZone'
    | 'statementDescriptor'
  >
>

/** Changes a company's details, which pages, mails and documents made from then on show. */
export async function changeCompany(tx: Tx, actor: Actor, change: CompanyChange): Promise<Company> {
  if (change.timeZone !== undefined) checkTimeZone(change.timeZone)
  await tx.maybe(sql`select id from identity.companies where id = ${tx.companyId} for update`)
  const before = await findCompany(tx, tx.companyId)
  if (before === undefined) throw new NotFound('company')
  const after = { ...before, ...change }
  await tx.change(sql`
    update identity.companies set display_name = ${after.displayName}, legal_name = ${after.legalName},
      email = ${after.email}, phone = ${after.phone}, address_lines = ${after.addressLines}, tax_id = ${after.taxId},
      language = ${after.language}, time_zone = ${after.timeZone}, statement_descriptor = ${after.statementDescriptor}
    where id = ${tx.companyId}`)
  const names = Object.keys(change) as (keyof CompanyChange)[]
  const pick = (company: Company) => Object.fromEntries(names.map((name) => [name, company[name]]))
  await emit(tx, actor, companyChanged, tx.companyId, { before: pick(before), after: pick(after) })
  return after
}

import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Db } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { toWireId } from '../lib/ids.ts'
import { email, language, line, name, nullable, timestamp, wireId } from '../lib/schemas.ts'
import { type CompanyChange, changeCompany } from './change-company.ts'
import { type Company, findCompany } from './companies.queries.ts'
import { findLogoFacts } from './logo/logos.queries.ts'
import { type RouteServices, read, write } from './route.ts'

const phone = Type.String({ minLength: 3, maxLength: 50, format: 'text' })
const descriptor = Type.String({
  pattern: '^(?=.*[A-Za-z])[^<>\\\\\'"*\\u0000-\\u001f\\u007f-\\uffff]{5,22}$',
  description: 'What payers see on their bank statement: 5 to 22 Latin characters, one of them a letter.',
})

export const CompanyWire = Type.Object(
  {
    object: Type.Literal('company'),
    id: wireId('co'),
    name: Type.String(),
    legal_name: Type.String(),
    email: nullable(Type.String()),
    phone: nullable(Type.String()),
    address_lines: Type.Array(Type.String()),
    country: Type.String(),
    currency: Type.String(),
    tax_id: nullable(Type.String()),
    language,
    time_zone: Type.String(),
    statement_descriptor: nullable(Type.String()),
    logo: nullable(
      Type.Object(
        { width: Type.Integer(), height: Type.Integer(), changed_at: timestamp },
        { description: 'The picture of `/v1/company/logo`; sizes in pixels.' },
      ),
    ),
  },
  { $id: 'Company' },
)

const CompanyPatch = Type.Object(
  {
    name: Type.Optional(name),
    legal_name: Type.Optional(name),
    email: Type.Optional(nullable(email)),
    phone: Type.Optional(nullable(phone)),
    address_lines: Type.Optional(Type.Array(line, { maxItems: 8 })),
    tax_id: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 50, format: 'text' }))),
    language: Type.Optional(language),
    time_zone: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    statement_descriptor: Type.Optional(nullable(descriptor)),
  },
  { additionalProperties: false },
)

const FIELDS = {
  name: 'displayName',
  legal_name: 'legalName',
  email: 'email',
  phone: 'phone',
  address_lines: 'addressLines',
  tax_id: 'taxId',
  language: 'language',
  time_zone: 'timeZone',
  statement_descriptor: 'statementDescriptor',
} as const

/** What the company is called, and how it is reached. */
export function companyRoutes(server: FastifyInstance, services: RouteServices): void {
  const url = '/v1/company'
  const tag = 'Company'
  read(
    server,
    services,
    {
      method: 'GET',
      url,
      permission: 'settings.read',
      summary: 'The company: names, contact, zone',
      tag,
      response: CompanyWire,
    },
    async (db) => {
      const company = await findCompany(db, db.companyId)
      if (company === undefined) throw new NotFound('company')
      return companyToWire(db, company)
    },
  )
  write(
    server,
    services,
    {
      method: 'PATCH',
      url,
      permission: 'settings.write',
      summary: 'Change what is named; pay pages show it within seconds, documents from then on',
      tag,
      body: CompanyPatch,
      response: CompanyWire,
    },
    async (tx, { actor, body }) => companyToWire(tx, await changeCompany(tx, actor, changeOf(body))),
  )
}

function changeOf(body: Static<typeof CompanyPatch>): CompanyChange {
  const names = Object.keys(body) as (keyof typeof FIELDS)[]
  return Object.fromEntries(names.map((each) => [FIELDS[each], body[each]]))
}

export async function companyToWire(db: Db, company: Company): Promise<Static<typeof CompanyWire>> {
  const logo = await findLogoFacts(db)
  return {
    object: 'company',
    id: toWireId('co', company.id),
    name: company.displayName,
    legal_name: company.legalName,
    email: company.email,
    phone: company.phone,
    address_lines: company.addressLines,
    country: company.country,
    currency: company.currency.toLowerCase(),
    tax_id: company.taxId,
    language: company.language,
    time_zone: company.timeZone,
    statement_descriptor: company.statementDescriptor,
    logo:
      logo === undefined
        ? null
        : { width: logo.width, height: logo.height, changed_at: logo.createdAt.toISOString() },
  }
}

import { type Static, Type } from 'typebox'
import type { Columns } from '../identity/index.ts'
import { givenId } from '../lib/given-id.ts'
import { toWireId } from '../lib/ids.ts'
import { language, methodSet, nullable, timestamp, wireId } from '../lib/schemas.ts'
import type { Contact, Customer, CustomerId } from './customers.queries.ts'

export const phone = Type.String({
  minLength: 3,
  maxLength: 40,
  format: 'text',
  description: 'Kept as E.164.',
})
/** What an integration knows of someone and texts may say. What is given replaces all that was there. */
export const meta = Type.Record(
  Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' }),
  Type.String({ minLength: 1, maxLength: 500, format: 'text' }),
  {
    maxProperties: 50,
    additionalProperties: false,
    description: 'Custom attributes: `rent_due` is `{ customer.meta_rent_due }` in a template.',
  },
)
export const ContactWire = Type.Object(
  {
    object: Type.Literal('contact'),
    id: wireId('con'),
    name: Type.String(),
    email: nullable(Type.String()),
    phone: nullable(Type.String()),
  },
  { $id: 'Contact' },
)
export const CustomerWire = Type.Object(
  {
    object: Type.Literal('customer'),
    id: wireId('cus'),
    name: Type.String(),
    code: nullable(Type.String()),
    email: nullable(Type.String()),
    phone: nullable(Type.String()),
    language: nullable(language),
    address_lines: Type.Array(Type.String()),
    country: nullable(Type.String()),
    time_zone: nullable(Type.String({ description: 'As `Europe/Paris`; null: the company’s.' })),
    tax_id: nullable(Type.String()),
    payment_links_enabled: Type.Boolean(),
    methods: nullable(methodSet('What it may pay by, of what the company takes; null: all of it.')),
    meta: Type.Record(Type.String(), Type.String()),
    source: nullable(Type.String()),
    external_id: nullable(Type.String()),
    contacts: Type.Array(ContactWire),
    created_at: timestamp,
  },
  { $id: 'Customer' },
)
export function contactToWire(contact: Contact): Static<typeof ContactWire> {
  return {
    object: 'contact',
    id: toWireId('con', contact.id),
    name: contact.name,
    email: contact.email,
    phone: contact.phone,
  }
}

export function customerToWire(
  customer: Customer,
  contacts: readonly Contact[],
): Static<typeof CustomerWire> {
  return {
    object: 'customer',
    id: toWireId('cus', customer.id),
    name: customer.name,
    code: customer.code,
    email: customer.email,
    phone: customer.phone,
    language: customer.language,
    address_lines: customer.addressLines,
    country: customer.country,
    time_zone: customer.timeZone,
    tax_id: customer.taxId,
    payment_links_enabled: customer.paymentLinksEnabled,
    methods: customer.methods,
    meta: customer.meta,
    source: customer.source,
    external_id: customer.externalId,
    contacts: contacts.map(contactToWire),
    created_at: customer.createdAt.toISOString(),
  }
}

export function customerIdOf(text: string): CustomerId {
  return givenId('cus', text, 'customer')
}

/** What a list of them shows as CSV, which an import reads again. */
export const customerColumns: Columns<Static<typeof CustomerWire>> = {
  id: (row) => row.id,
  name: (row) => row.name,
  code: (row) => row.code,
  email: (row) => row.email,
  phone: (row) => row.phone,
  language: (row) => row.language,
  address: (row) => row.address_lines.join('\n'),
  country: (row) => row.country,
  time_zone: (row) => row.time_zone,
  tax_id: (row) => row.tax_id,
  payment_links_enabled: (row) => String(row.payment_links_enabled),
  source: (row) => row.source,
  external_id: (row) => row.external_id,
  created_at: (row) => row.created_at,
}

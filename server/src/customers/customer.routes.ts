import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { list, type RouteServices, read, write } from '../identity/index.ts'
import { NotFound } from '../lib/errors.ts'
import { page, pageRequest } from '../lib/pagination.ts'
import { email, idParams, language, line, listQuery, methodSet, name, nullable } from '../lib/schemas.ts'
import { createCustomer } from './create-customer.ts'
import { CustomerWire, customerColumns, customerIdOf, customerToWire, meta, phone } from './customer-wire.ts'
import { findCustomer, listContacts, listCustomers } from './customers.queries.ts'
import { updateCustomer } from './update-customer.ts'

const country = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2.' })

const fields = {
  code: Type.Optional(nullable(name)),
  email: Type.Optional(nullable(email)),
  phone: Type.Optional(nullable(phone)),
  language: Type.Optional(nullable(language)),
  address_lines: Type.Optional(Type.Array(line, { maxItems: 8 })),
  country: Type.Optional(nullable(country)),
  time_zone: Type.Optional(
    nullable(
      Type.String({
        minLength: 1,
        maxLength: 64,
        description: 'Where the customer lives, as `Europe/Paris`; null: where the company does.',
      }),
    ),
  ),
  tax_id: Type.Optional(nullable(name)),
  payment_links_enabled: Type.Optional(Type.Boolean()),
  methods: Type.Optional(
    nullable(methodSet('What it may pay by, of what the company takes; null: all of it.')),
  ),
  meta: Type.Optional(meta),
}
const Create = Type.Object(
  { name, ...fields, source: Type.Optional(nullable(name)), external_id: Type.Optional(nullable(name)) },
  { additionalProperties: false },
)
const Update = Type.Object(
  { name: Type.Optional(name), ...fields },
  { additionalProperties: false, minProperties: 1 },
)

/** Customers: created, listed, searched, read, changed. */
export function customerRoutes(server: FastifyInstance, services: RouteServices): void {
  const tag = 'Customers'
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/customers',
      permission: 'customers.write',
      summary: 'Create a customer',
      tag,
      body: Create,
      response: CustomerWire,
    },
    async (tx, { actor, body }) =>
      customerToWire(
        await createCustomer(tx, actor, {
          name: body.name,
          ...fromWire(body),
          source: body.source ?? null,
          externalId: body.external_id ?? null,
        }),
        [],
      ),
  )
  list(
    server,
    services,
    {
      url: '/v1/customers',
      permission: 'customers.read',
      summary: 'List or search customers',
      tag,
      query: {
        ...listQuery,
        q: Type.Optional(
          Type.String({
            minLength: 1,
            maxLength: 200,
            description: 'Part of a name, company, code, e-mail or phone, of the customer or a contact.',
          }),
        ),
      },
      row: CustomerWire,
      fileName: 'customers',
      columns: customerColumns,
    },
    async (db, query) => {
      const request = pageRequest('cus', query)
      const rows = await listCustomers(db, request, query.q)
      const contacts = Map.groupBy(
        await listContacts(
          db,
          rows.map((row) => row.id),
        ),
        (contact) => contact.customerId,
      )
      return page('cus', rows, request.limit, (row) => customerToWire(row, contacts.get(row.id) ?? []))
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/customers/:id',
      permission: 'customers.read',
      summary: 'Read a customer',
      tag,
      params: idParams,
      response: CustomerWire,
    },
    async (db, { params }) => {
      const id = customerIdOf(params.id)
      const customer = await findCustomer(db, id)
      if (customer === undefined) throw new NotFound('customer')
      return customerToWire(customer, await listContacts(db, [id]))
    },
  )
  write(
    server,
    services,
    {
      method: 'PATCH',
      url: '/v1/customers/:id',
      permission: 'customers.write',
      summary: 'Change a customer',
      tag,
      params: idParams,
      body: Update,
      response: CustomerWire,
    },
    async (tx, { actor, params, body }) => {
      const id = customerIdOf(params.id)
      const updated = await updateCustomer(tx, actor, id, {
        ...(body.name === undefined ? {} : { name: body.name }),
        ...fromWire(body),
      })
      return customerToWire(updated, await listContacts(tx, [id]))
    },
  )
}

function fromWire(body: Omit<Static<typeof Update>, 'name'>) {
  return {
    ...(body.code === undefined ? {} : { code: body.code }),
    ...(body.email === undefined ? {} : { email: body.email }),
    ...(body.phone === undefined ? {} : { phone: body.phone }),
    ...(body.language === undefined ? {} : { language: body.language }),
    ...(body.address_lines === undefined ? {} : { addressLines: body.address_lines }),
    ...(body.country === undefined ? {} : { country: body.country }),
    ...(body.time_zone === undefined ? {} : { timeZone: body.time_zone }),
    ...(body.tax_id === undefined ? {} : { taxId: body.tax_id }),
    ...(body.payment_links_enabled === undefined ? {} : { paymentLinksEnabled: body.payment_links_enabled }),
    ...(body.methods === undefined ? {} : { methods: body.methods }),
    ...(body.meta === undefined ? {} : { meta: body.meta }),
  }
}

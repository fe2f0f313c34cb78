import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type RouteServices, write } from '../identity/index.ts'
import { NotFound } from '../lib/errors.ts'
import { fromWireId } from '../lib/ids.ts'
import { email, idParams, name, nullable, wireId } from '../lib/schemas.ts'
import { addContact } from './add-contact.ts'
import { ContactWire, contactToWire, customerIdOf, phone } from './customer-wire.ts'
import type { ContactId } from './customers.queries.ts'
import { deleteContact } from './delete-contact.ts'
import { updateContact } from './update-contact.ts'

const details = { email: Type.Optional(nullable(email)), phone: Type.Optional(nullable(phone)) }
const url = '/v1/customers/:id/contacts'
const one = {
  url: `${url}/:contact`,
  permission: 'customers.write',
  tag: 'Customers',
  params: Type.Object({ ...idParams.properties, contact: Type.String({ maxLength: 100 }) }),
} as const

/** The people of a customer: added, changed, removed. */
export function contactRoutes(server: FastifyInstance, services: RouteServices): void {
  write(
    server,
    services,
    {
      method: 'POST',
      url,
      permission: 'customers.write',
      summary: 'Add a contact',
      tag: 'Customers',
      params: idParams,
      body: Type.Object({ name, ...details }, { additionalProperties: false }),
      response: ContactWire,
    },
    async (tx, { actor, params, body }) =>
      contactToWire(await addContact(tx, actor, customerIdOf(params.id), body)),
  )
  write(
    server,
    services,
    {
      ...one,
      method: 'PATCH',
      summary: 'Change a contact. What was sent to the address before, and its links, stay as they are',
      body: Type.Object(
        { name: Type.Optional(name), ...details },
        { additionalProperties: false, minProperties: 1 },
      ),
      response: ContactWire,
    },
    async (tx, { actor, params, body }) => {
      const customerId = customerIdOf(params.id)
      return contactToWire(await updateContact(tx, actor, customerId, contactIdOf(params.contact), body))
    },
  )
  write(
    server,
    services,
    {
      ...one,
      method: 'DELETE',
      summary: 'Remove a contact. Links that were sent to the address can still be paid',
      response: Type.Object({
        object: Type.Literal('contact'),
        id: wireId('con'),
        deleted: Type.Literal(true),
      }),
    },
    async (tx, { actor, params }) => {
      await deleteContact(tx, actor, customerIdOf(params.id), contactIdOf(params.contact))
      return { object: 'contact' as const, id: params.contact, deleted: true as const }
    },
  )
}

function contactIdOf(text: string): ContactId {
  const id = fromWireId('con', text)
  if (id === undefined) throw new NotFound('contact')
  return id
}

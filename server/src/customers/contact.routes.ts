import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type RouteServices, write } from '../identity/index.ts'
import { email, idParams, name, nullable } from '../lib/schemas.ts'
import { addContact } from './add-contact.ts'
import { ContactWire, contactToWire, customerIdOf, phone } from './customer-wire.ts'

/** The people of a customer. */
export function contactRoutes(server: FastifyInstance, services: RouteServices): void {
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/customers/:id/contacts',
      permission: 'customers.write',
      summary: 'Add a contact',
      tag: 'Customers',
      params: idParams,
      body: Type.Object(
        { name, email: Type.Optional(nullable(email)), phone: Type.Optional(nullable(phone)) },
        { additionalProperties: false },
      ),
      response: ContactWire,
    },
    async (tx, { actor, params, body }) =>
      contactToWire(await addContact(tx, actor, customerIdOf(params.id), body)),
  )
}

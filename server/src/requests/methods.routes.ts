import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { findCompany, read } from '../identity/index.ts'
import { givenFilter } from '../lib/given-id.ts'
import { currencyCode } from '../lib/schemas.ts'
import { decideMethods } from './offered-methods.ts'
import type { RequestServices } from './payment-link.routes.ts'
import { readMethodFacts } from './read-method-facts.ts'
import { DecidedMethods, methodsToWire } from './request-methods.routes.ts'

/** How something that is not asked for yet could be paid (K1): what screens show beside settings, customers and new requests. */
export function methodRoutes(server: FastifyInstance, services: RequestServices): void {
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/methods',
      permission: 'requests.read',
      summary: 'Read how links could be paid, and why not in other ways',
      tag: 'Payment requests',
      query: Type.Object({
        origin: Type.Optional(
          Type.Enum(['invoice_link', 'request'], {
            description: 'What the link is sent for; request unless given.',
          }),
        ),
        customer: Type.Optional(Type.String({ maxLength: 100 })),
        amount: Type.Optional(
          Type.Integer({
            minimum: 1,
            maximum: 999_999_999_999,
            description: 'In minor units; any amount unless given.',
          }),
        ),
        currency: Type.Optional(currencyCode),
      }),
      response: Type.Object({ object: Type.Literal('methods'), data: DecidedMethods }, { $id: 'Methods' }),
    },
    async (db, { query }) => {
      const { origin = 'request', customer, amount, currency } = query
      const facts = await readMethodFacts(db, {
        origin,
        customerId: givenFilter('cus', customer, 'customer') ?? null,
        ofRequest: null,
        amount: amount === undefined ? null : BigInt(amount),
        currency: currency?.toUpperCase() ?? (await findCompany(db, db.companyId))?.currency ?? 'USD',
      })
      return { object: 'methods' as const, data: methodsToWire(decideMethods(facts)) }
    },
  )
}

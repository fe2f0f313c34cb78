import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { read } from '../identity/index.ts'
import { NotFound } from '../lib/errors.ts'
import { METHODS } from '../lib/methods.ts'
import { idParams, nullable } from '../lib/schemas.ts'
import { decideMethods, NOT_OFFERED } from './offered-methods.ts'
import type { RequestServices } from './payment-link.routes.ts'
import { readMethodFacts } from './read-method-facts.ts'
import { requestIdOf } from './request-wire.ts'
import { findRequest, isOfInvoices } from './requests.queries.ts'

/** Each way to pay that the product has. */
export const DecidedMethods = Type.Array(
  Type.Object({
    method: Type.Enum([...METHODS]),
    offered: Type.Boolean(),
    reason: nullable(
      Type.Enum([...NOT_OFFERED], {
        description:
          'Why it is not offered: the setting names it not, the customer or the request narrows it away, it is switched off or below the amount that the company sets, the payments account may not take it, or country, currency or amount rule it out.',
      }),
    ),
  }),
)

const RequestMethods = Type.Object(
  { object: Type.Literal('payment_request_methods'), data: DecidedMethods },
  { $id: 'PaymentRequestMethods' },
)

export function methodsToWire(decided: ReturnType<typeof decideMethods>): Static<typeof DecidedMethods> {
  return [...decided].map(([method, reason]) => ({ method, offered: reason === null, reason }))
}

/** The ways to pay that a request offers for what is open of it, and why not the others (K1). */
export function requestMethodRoutes(server: FastifyInstance, services: RequestServices): void {
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/payment_requests/:id/methods',
      permission: 'requests.read',
      summary: 'Read how a payment request may be paid by now, and why not in other ways',
      tag: 'Payment requests',
      params: idParams,
      response: RequestMethods,
    },
    async (db, { params }) => {
      const request = await findRequest(db, requestIdOf(params.id))
      if (request === undefined) throw new NotFound('payment request')
      const facts = await readMethodFacts(db, {
        origin: isOfInvoices(request.kind) ? 'invoice_link' : 'request',
        customerId: request.customerId,
        ofRequest: request.terms.methods,
        amount: request.open,
        currency: request.currency,
      })
      return {
        object: 'payment_request_methods' as const,
        data: methodsToWire(decideMethods(facts)),
      }
    },
  )
}

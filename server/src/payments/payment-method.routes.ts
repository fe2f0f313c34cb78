import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { findCustomer } from '../customers/index.ts'
import { type RouteServices, read, write } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import type { Db } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { givenId } from '../lib/given-id.ts'
import { idParams } from '../lib/schemas.ts'
import { makeDefault } from './make-default.ts'
import { methodsToWire, PaymentMethodWire } from './payment-method-wire.ts'
import { findPaymentMethod, listPaymentMethods, type PaymentMethod } from './payment-methods.queries.ts'
import { removeMethod } from './remove-method.ts'

const tag = 'Payment methods'

/** What is kept for a customer: seen, chosen and removed. Nobody sees a number, since none is here. */
export function paymentMethodRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/customers/:id/payment_methods',
      permission: 'payments.read',
      summary: 'List what a customer lets the company keep to be charged',
      tag,
      params: idParams,
      response: Type.Object(
        { object: Type.Literal('list'), data: Type.Array(PaymentMethodWire) },
        { $id: 'PaymentMethodList' },
      ),
    },
    async (db, { params }) => {
      const id = givenId('cus', params.id, 'customer')
      if ((await findCustomer(db, id)) === undefined) throw new NotFound('customer')
      return { object: 'list' as const, data: await methodsToWire(db, await listPaymentMethods(db, id)) }
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/payment_methods/:id',
      permission: 'payments.read',
      summary: 'Read a payment method',
      tag,
      params: idParams,
      response: PaymentMethodWire,
    },
    async (db, { params }) => {
      const method = await findPaymentMethod(db, givenId('pm', params.id, 'payment method'))
      if (method === undefined) throw new NotFound('payment method')
      return wireOf(db, method)
    },
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/payment_methods/:id/make_default',
      permission: 'payments.receive',
      summary: 'Charge this one unless another is named',
      tag,
      params: idParams,
      response: PaymentMethodWire,
      status: 200,
    },
    async (tx, { actor, params }) =>
      wireOf(tx, await makeDefault(tx, actor, givenId('pm', params.id, 'payment method'))),
  )
  write(
    server,
    services,
    {
      method: 'DELETE',
      url: '/v1/payment_methods/:id',
      permission: 'payments.receive',
      summary: 'Remove it: it is never charged again, and the processor forgets it',
      tag,
      params: idParams,
      response: PaymentMethodWire,
    },
    async (tx, { actor, params }) =>
      wireOf(
        tx,
        await removeMethod(tx, actor, services.clock.now(), givenId('pm', params.id, 'payment method')),
      ),
  )
}

async function wireOf(db: Db, method: PaymentMethod): Promise<Static<typeof PaymentMethodWire>> {
  const [wire] = await methodsToWire(db, [method])
  if (wire === undefined) throw new NotFound('payment method')
  return wire
}

import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type RouteServices, write } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { NotFound } from '../lib/errors.ts'
import { idParams, longText, nullable } from '../lib/schemas.ts'
import { cancelOrder } from './cancel-order.ts'
import { confirmOrder } from './confirm-order.ts'
import { invoiceOrder } from './invoice-order.ts'
import { orderIdOf, shownOrder } from './order.routes.ts'
import { OrderWire } from './order-wire.ts'
import { findOrder } from './orders.queries.ts'
import { placeOrder } from './place-order.ts'

const Confirm = Type.Object(
  {
    revision: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 2_147_483_647,
        description: 'The revision that was seen; another one is refused.',
      }),
    ),
  },
  { additionalProperties: false },
)
const Cancel = Type.Object({ reason: Type.Optional(nullable(longText)) }, { additionalProperties: false })

/** The way of an order: placed, invoiced, confirmed or canceled. */
export function orderStepRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  const { clock } = services
  const common = {
    method: 'POST',
    tag: 'Orders',
    params: idParams,
    response: OrderWire,
    status: 200,
  } as const
  write(
    server,
    services,
    {
      ...common,
      url: '/v1/orders/:id/place',
      permission: 'invoices.write',
      summary: 'Place an order that was a draft',
    },
    async (tx, { actor, params }) =>
      shownOrder(tx, clock.now(), await placeOrder(tx, actor, orderIdOf(params.id))),
  )
  write(
    server,
    services,
    {
      ...common,
      url: '/v1/orders/:id/invoice',
      permission: 'payments.receive',
      summary: 'Issue the invoice by which an order is paid, or answer with the one that it has',
    },
    async (tx, { actor, params }) => {
      const id = orderIdOf(params.id)
      await invoiceOrder(tx, actor, clock.now(), id)
      const order = await findOrder(tx, id)
      if (order === undefined) throw new NotFound('order')
      return shownOrder(tx, clock.now(), order)
    },
  )
  write(
    server,
    services,
    {
      ...common,
      url: '/v1/orders/:id/confirm',
      permission: 'invoices.write',
      summary: 'Confirm an order, paid or not: what it comes to is owed from now on',
      body: Confirm,
      problems: ['order_revised'],
    },
    async (tx, { actor, params, body }) => {
      const now = clock.now()
      return shownOrder(tx, now, await confirmOrder(tx, actor, now, orderIdOf(params.id), body.revision))
    },
  )
  write(
    server,
    services,
    {
      ...common,
      url: '/v1/orders/:id/cancel',
      permission: 'invoices.write',
      summary: 'Cancel an order and void its invoice; refused while money for it is on its way or kept',
      body: Cancel,
      problems: ['order_money_moved'],
    },
    async (tx, { actor, params, body }) => {
      const now = clock.now()
      const reason = body.reason?.trim() || null
      return shownOrder(tx, now, await cancelOrder(tx, actor, now, orderIdOf(params.id), reason))
    },
  )
}

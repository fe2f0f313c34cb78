import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type RouteServices, read } from '../identity/index.ts'
import { InvalidRequest } from '../lib/errors.ts'
import { fromWireId, toWireId } from '../lib/ids.ts'
import { page, pageRequest } from '../lib/pagination.ts'
import { amountOut, currencyCode, listQuery, nullable, timestamp, wireId } from '../lib/schemas.ts'
import { listCredits } from './credits.queries.ts'

const CreditWire = Type.Object(
  {
    object: Type.Literal('credit'),
    id: wireId('crd'),
    kind: Type.Enum(['prepayment', 'overpayment']),
    customer: nullable(wireId('cus')),
    payment: nullable(wireId('pay')),
    currency: currencyCode,
    amount: amountOut,
    remaining: amountOut,
    created_at: timestamp,
  },
  { $id: 'Credit' },
)

/** Credits, to read: they come of payments and refunds. */
export function creditRoutes(server: FastifyInstance, services: RouteServices): void {
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/credits',
      permission: 'payments.read',
      summary: 'List credits: money that customers have with you',
      tag: 'Credits',
      query: Type.Object({ ...listQuery, customer: Type.Optional(Type.String({ maxLength: 100 })) }),
      response: Type.Object({
        object: Type.Literal('list'),
        data: Type.Array(CreditWire),
        has_more: Type.Boolean(),
        next_cursor: nullable(Type.String()),
      }),
    },
    async (db, { query }) => {
      const request = pageRequest('crd', query)
      const customerId = query.customer === undefined ? undefined : fromWireId('cus', query.customer)
      if (query.customer !== undefined && customerId === undefined)
        throw new InvalidRequest('customer is not the id of a customer.', { field: 'customer' })
      const rows = await listCredits(db, request, customerId)
      return page('crd', rows, request.limit, (row) => ({
        object: 'credit' as const,
        id: toWireId('crd', row.id),
        kind: row.kind,
        customer: row.customerId === null ? null : toWireId('cus', row.customerId),
        payment: row.paymentId === null ? null : toWireId('pay', row.paymentId),
        currency: row.currency.toLowerCase(),
        amount: Number(row.amount),
        remaining: Number(row.amount - row.used),
        created_at: row.createdAt.toISOString(),
      }))
    },
  )
}

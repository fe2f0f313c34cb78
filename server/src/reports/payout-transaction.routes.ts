import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { type Columns, list, type RouteServices } from '../identity/index.ts'
import { amountCell } from '../lib/csv/csv-text.ts'
import { NotFound } from '../lib/errors.ts'
import { fromWireId, toWireId } from '../lib/ids.ts'
import { page, pageRequest } from '../lib/pagination.ts'
import { amountOut, currencyCode, idParams, listQuery, nullable, timestamp, wireId } from '../lib/schemas.ts'
import { CATEGORIES, findPayout } from '../payments/index.ts'
import { listPayoutTransactions, type PayoutTransaction } from './payout-transactions.queries.ts'

const Row = Type.Object(
  {
    object: Type.Literal('payout_transaction'),
    id: wireId('pyl'),
    category: Type.Enum(CATEGORIES),
    type: Type.String({ description: 'The processor’s word for it.' }),
    description: nullable(Type.String()),
    gross: amountOut,
    fee: amountOut,
    net: amountOut,
    currency: currencyCode,
    agrees: Type.Boolean({ description: 'Whether the books have it with the same amount.' }),
    booked: nullable(
      Type.Integer({ description: 'What the books have of it; null where nothing explains it.' }),
    ),
    payment: nullable(wireId('pay')),
    refund: nullable(wireId('ref')),
    payment_request: nullable(wireId('req')),
    customer: nullable(wireId('cus')),
    customer_name: nullable(Type.String()),
    reference: nullable(Type.String({ description: 'What was asked for.' })),
    method: nullable(Type.String()),
    processor_reference: Type.String(),
    created_at: timestamp,
    available_on: timestamp,
  },
  { $id: 'PayoutTransaction' },
)

const columns: Columns<Static<typeof Row>> = {
  id: (row) => row.id,
  category: (row) => row.category,
  type: (row) => row.type,
  customer_name: (row) => row.customer_name,
  reference: (row) => row.reference,
  method: (row) => row.method,
  currency: (row) => row.currency,
  gross: (row) => amountCell(row.gross, row.currency),
  fee: (row) => amountCell(row.fee, row.currency),
  net: (row) => amountCell(row.net, row.currency),
  agrees: (row) => (row.agrees ? 'yes' : 'no'),
  payment: (row) => row.payment,
  refund: (row) => row.refund,
  payment_request: (row) => row.payment_request,
  description: (row) => row.description,
  processor_reference: (row) => row.processor_reference,
  created_at: (row) => row.created_at,
  available_on: (row) => row.available_on,
}

/** What a payout is made of, each with the payment, refund and request that it is of. */
export function payoutTransactionRoutes(server: FastifyInstance, services: RouteServices): void {
  list(
    server,
    services,
    {
      url: '/v1/payouts/:id/transactions',
      permission: 'payments.read',
      summary: 'List what a payout is made of, oldest first',
      tag: 'Payouts',
      params: idParams,
      query: {
        ...listQuery,
        agrees: Type.Optional(Type.Boolean({ description: 'false: only what differs.' })),
      },
      row: Row,
      fileName: 'payout-transactions',
      columns,
    },
    async (db, query, params) => {
      const id = fromWireId('pyt', params.id)
      const payout = id === undefined ? undefined : await findPayout(db, id)
      if (payout === undefined) throw new NotFound('payout')
      const asked = pageRequest('pyl', query)
      const rows = await listPayoutTransactions(db, asked, payout.id, query.agrees === false)
      return page('pyl', rows, asked.limit, toWire)
    },
  )
}

const wireIdOf = (prefix: string, id: string | null) => (id === null ? null : toWireId(prefix, id))

function toWire(row: PayoutTransaction): Static<typeof Row> {
  return {
    object: 'payout_transaction',
    id: toWireId('pyl', row.id),
    category: row.category,
    type: row.type,
    description: row.description,
    gross: Number(row.gross),
    fee: Number(row.fee),
    net: Number(row.gross - row.fee),
    currency: row.currency.toLowerCase(),
    agrees: row.booked === row.gross - row.fee,
    booked: row.booked === null ? null : Number(row.booked),
    payment: wireIdOf('pay', row.paymentId),
    refund: wireIdOf('ref', row.refundId),
    payment_request: wireIdOf('req', row.requestId),
    customer: wireIdOf('cus', row.customerId),
    customer_name: row.customerName,
    reference: row.reference,
    method: row.method,
    processor_reference: row.processorReference,
    created_at: row.madeAt.toISOString(),
    available_on: row.availableOn.toISOString(),
  }
}

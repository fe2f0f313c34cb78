import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { type Columns, findCompany, list, type RouteServices } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { amountCell } from '../lib/csv/csv-text.ts'
import type { Db } from '../lib/db/index.ts'
import { givenFilter } from '../lib/given-id.ts'
import { toWireId } from '../lib/ids.ts'
import { documentFilter, documentFilterOf } from '../lib/list-filter.ts'
import { page, pageRequest } from '../lib/pagination.ts'
import { listQuery, nullable, wireId } from '../lib/schemas.ts'
import {
  ClearingWire,
  clearingsOf,
  findPayments,
  findRefunds,
  type Payment,
  type PaymentState,
  PaymentWire,
  paymentStates,
  paymentToWire,
  type RefundState,
  RefundWire,
  refundStates,
  refundToWire,
} from '../payments/index.ts'
import { listPayments, listRefunds, type PaidFor, type PaymentStatus } from './money-lists.queries.ts'

const PAYMENT_STATUSES = [...(Object.keys(paymentStates) as PaymentState[]), 'refunded'] as const
const REFUND_STATUSES = Object.keys(refundStates) as RefundState[]

const paidFor = {
  customer: nullable(wireId('cus')),
  customer_name: nullable(Type.String({ description: 'As it was when it was asked for.' })),
  reference: nullable(Type.String({ description: 'What was asked for.' })),
}
const PaymentRow = Type.Object(
  {
    ...PaymentWire.properties,
    clearing: ClearingWire,
    status: Type.Enum(PAYMENT_STATUSES, { description: 'The state, or that some of it was given back.' }),
    ...paidFor,
  },
  { $id: 'PaymentRow' },
)
const RefundRow = Type.Object(
  { ...RefundWire.properties, payment_request: nullable(wireId('req')), ...paidFor },
  { $id: 'RefundRow' },
)
const id = Type.Optional(Type.String({ maxLength: 100 }))

const paymentColumns: Columns<Static<typeof PaymentRow>> = {
  id: (row) => row.id,
  status: (row) => row.status,
  customer_name: (row) => row.customer_name,
  reference: (row) => row.reference,
  payer_name: (row) => row.payer_name,
  payer_email: (row) => row.payer_email,
  currency: (row) => row.currency,
  amount: (row) => amountCell(row.amount, row.currency),
  refunded: (row) => amountCell(row.refunded_amount, row.currency),
  fee: (row) => (row.fee === null ? null : amountCell(row.fee, row.fee_currency ?? row.currency)),
  method: (row) => row.method,
  wallet: (row) => row.card?.wallet,
  card_brand: (row) => row.card?.brand,
  card_last4: (row) => row.card?.last4,
  decline_code: (row) => row.decline_code,
  clearing: (row) => row.clearing?.state,
  available_on: (row) => row.clearing?.available_on,
  payout: (row) => row.clearing?.payout,
  created_at: (row) => row.created_at,
  settled_at: (row) => row.settled_at,
}
const refundColumns: Columns<Static<typeof RefundRow>> = {
  id: (row) => row.id,
  state: (row) => row.state,
  payment: (row) => row.payment,
  customer_name: (row) => row.customer_name,
  reference: (row) => row.reference,
  currency: (row) => row.currency,
  amount: (row) => amountCell(row.amount, row.currency),
  treatment: (row) => row.treatment,
  reason_code: (row) => row.reason_code,
  reason: (row) => row.reason,
  failure_reason: (row) => row.failure_reason,
  given_by: (row) => row.given_by,
  given_on: (row) => row.given_on,
  given_reference: (row) => row.given_reference,
  bank_reference: (row) => row.bank_reference,
  created_at: (row) => row.created_at,
  settled_at: (row) => row.settled_at,
}

/** Payments and refunds, listed with whom and what they were for. */
export function paymentListRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  list(
    server,
    services,
    {
      url: '/v1/payments',
      permission: 'payments.read',
      summary: 'List payments, newest first',
      tag: 'Payments',
      query: {
        ...listQuery,
        ...documentFilter,
        state: Type.Optional(Type.Enum(Object.keys(paymentStates) as PaymentState[])),
        status: Type.Optional(Type.Enum(PAYMENT_STATUSES)),
        payment_request: id,
        customer: id,
      },
      row: PaymentRow,
      fileName: 'payments',
      columns: paymentColumns,
    },
    async (db, query) => {
      const asked = pageRequest('pay', query)
      const rows = await listPayments(db, asked, {
        ...documentFilterOf(query, await timeZoneOf(db)),
        customerId: givenFilter('cus', query.customer, 'customer'),
        requestId: givenFilter('req', query.payment_request, 'payment_request'),
        state: query.state,
        status: query.status,
      })
      const payments = new Map(
        (
          await findPayments(
            db,
            rows.map((row) => row.id),
          )
        ).map((each) => [each.id, each]),
      )
      const whole = rows.flatMap((row) => {
        const payment = payments.get(row.id)
        return payment === undefined ? [] : [{ ...payment, paidFor: row }]
      })
      const clearings = await clearingsOf(db, services.clock.now(), whole)
      return page('pay', whole, asked.limit, (row) => ({
        ...paymentToWire(row),
        clearing: clearings.get(row.id) ?? null,
        status: statusOf(row),
        ...paidForToWire(row.paidFor),
      }))
    },
  )
  list(
    server,
    services,
    {
      url: '/v1/refunds',
      permission: 'payments.read',
      summary: 'List refunds, newest first',
      tag: 'Refunds',
      query: {
        ...listQuery,
        ...documentFilter,
        status: Type.Optional(Type.Enum(REFUND_STATUSES)),
        payment: id,
        customer: id,
      },
      row: RefundRow,
      fileName: 'refunds',
      columns: refundColumns,
    },
    async (db, query) => {
      const asked = pageRequest('ref', query)
      const rows = await listRefunds(db, asked, {
        ...documentFilterOf(query, await timeZoneOf(db)),
        customerId: givenFilter('cus', query.customer, 'customer'),
        paymentId: givenFilter('pay', query.payment, 'payment'),
        status: query.status,
      })
      const refunds = new Map(
        (
          await findRefunds(
            db,
            rows.map((row) => row.id),
          )
        ).map((each) => [each.id, each]),
      )
      const whole = rows.flatMap((row) => {
        const refund = refunds.get(row.id)
        return refund === undefined ? [] : [{ ...refund, paidFor: row }]
      })
      return page('ref', whole, asked.limit, (row) => ({
        ...refundToWire(row),
        payment_request: row.paidFor.requestId === null ? null : toWireId('req', row.paidFor.requestId),
        ...paidForToWire(row.paidFor),
      }))
    },
  )
}

function statusOf(payment: Payment): PaymentStatus {
  return payment.state === 'succeeded' && payment.refunded > 0n ? 'refunded' : payment.state
}

function paidForToWire({
  customerId,
  customerName,
  reference,
}: PaidFor): Static<ReturnType<typeof Type.Object<typeof paidFor>>> {
  return {
    customer: customerId === null ? null : toWireId('cus', customerId),
    customer_name: customerName,
    reference,
  }
}

async function timeZoneOf(db: Db): Promise<string> {
  return (await findCompany(db, db.companyId))?.timeZone ?? 'UTC'
}

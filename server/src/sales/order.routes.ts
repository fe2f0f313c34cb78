import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { companyDay, list, ownCompany, type RouteServices, read, write } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { dayOf } from '../lib/day-of.ts'
import type { Db } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { givenFilter, givenId } from '../lib/given-id.ts'
import { documentFilter, documentFilterOf } from '../lib/list-filter.ts'
import { page, pageRequest } from '../lib/pagination.ts'
import {
  currencyCode,
  idParams,
  isoDate,
  line,
  listQuery,
  longText,
  nullable,
  wireId,
} from '../lib/schemas.ts'
import { findPayments, PaymentWire, paymentToWire } from '../payments/index.ts'
import { findInvoices, listAttempts, orderCurrency, requireLines } from '../receivables/index.ts'
import { createOrder } from './create-order.ts'
import { editOrder } from './edit-order.ts'
import { listOrders } from './list-orders.ts'
import { ORDER_STATES } from './order.state.ts'
import { orderTermFields, orderTermsOf } from './order-terms.ts'
import { OrderWire, orderColumns, orderToWire } from './order-wire.ts'
import { findOrder, listOrderLines, type Order, type OrderId } from './orders.queries.ts'

const head = {
  po_number: Type.Optional(nullable(line)),
  wanted_on: Type.Optional(nullable(isoDate)),
  note: Type.Optional(nullable(longText)),
}
const OrderCreate = Type.Object(
  {
    customer: wireId('cus'),
    currency: currencyCode,
    draft: Type.Optional(
      Type.Boolean({ description: 'It is still being written: it is placed before it is sent or paid.' }),
    ),
    ...head,
    ...orderTermFields,
  },
  { additionalProperties: false },
)
const OrderEdit = Type.Object(
  {
    revision: Type.Integer({
      minimum: 1,
      maximum: 2_147_483_647,
      description: 'The revision that the editor saw; another one is refused.',
    }),
    ...head,
    ...Type.Partial(Type.Object(orderTermFields)).properties,
  },
  { additionalProperties: false },
)

/** Orders: taken, listed, read and edited. */
export function orderRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  const tag = 'Orders'
  const { clock } = services
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/orders',
      permission: 'invoices.write',
      summary: 'Take an order of a customer, under the next number',
      tag,
      body: OrderCreate,
      response: OrderWire,
      problems: ['product_not_sold'],
    },
    async (tx, { actor, body }) => {
      const currency = orderCurrency(body.currency)
      const order = await createOrder(tx, actor, clock.now(), {
        customerId: givenId('cus', body.customer, 'customer'),
        currency,
        isDraft: body.draft ?? false,
        poNumber: body.po_number ?? null,
        wantedOn: body.wanted_on ?? null,
        note: body.note ?? null,
        terms: await orderTermsOf(tx, currency, body),
      })
      return shownOrder(tx, clock.now(), order)
    },
  )
  list(
    server,
    services,
    {
      url: '/v1/orders',
      permission: 'invoices.read',
      summary: 'List orders, newest first; find them by number, PO number, customer or amount',
      tag,
      query: {
        ...listQuery,
        customer: Type.Optional(Type.String({ maxLength: 100 })),
        state: Type.Optional(Type.Enum(ORDER_STATES)),
        invoice: Type.Optional(
          Type.String({ maxLength: 100, description: 'The order that this invoice is of, `inv_…`.' }),
        ),
        ...documentFilter,
      },
      row: OrderWire,
      fileName: 'orders',
      columns: orderColumns,
    },
    async (db, query) => {
      const request = pageRequest('ord', query)
      const { timeZone } = await ownCompany(db)
      const rows = await listOrders(db, request, {
        customerId: givenFilter('cus', query.customer, 'customer'),
        state: query.state,
        invoiceId: givenFilter('inv', query.invoice, 'invoice'),
        document: documentFilterOf(query, timeZone),
      })
      const invoices = await findInvoices(
        db,
        rows.flatMap(({ invoiceId }) => invoiceId ?? []),
      )
      const today = dayOf(clock.now(), timeZone)
      return page('ord', rows, request.limit, (row) =>
        orderToWire(
          row,
          invoices.find(({ id }) => id === row.invoiceId),
          today,
        ),
      )
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/orders/:id',
      permission: 'invoices.read',
      summary: 'Read an order',
      tag,
      params: idParams,
      response: OrderWire,
    },
    async (db, { params }) => {
      const order = await findOrder(db, orderIdOf(params.id))
      if (order === undefined) throw new NotFound('order')
      return shownOrder(db, clock.now(), order)
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/orders/:id/payments',
      permission: 'payments.read',
      summary: 'List the payments of an order, tried and made, oldest first',
      tag,
      params: idParams,
      response: Type.Object({ object: Type.Literal('list'), data: Type.Array(PaymentWire) }),
    },
    async (db, { params }) => {
      const order = await findOrder(db, orderIdOf(params.id))
      if (order === undefined) throw new NotFound('order')
      const ids = order.invoiceId === null ? [] : await listAttempts(db, order.invoiceId)
      const payments = await findPayments(db, ids)
      return {
        object: 'list' as const,
        data: payments
          .toSorted((one, other) => (one.id < other.id ? -1 : 1))
          .map((each) => paymentToWire(each)),
      }
    },
  )
  write(
    server,
    services,
    {
      method: 'PATCH',
      url: '/v1/orders/:id',
      permission: 'invoices.write',
      summary:
        'Edit an order that is not confirmed, and the invoice that it has. lines, tax_included, discount and shipping are replaced together: with lines, what is left out of them is none',
      tag,
      params: idParams,
      body: OrderEdit,
      response: OrderWire,
      problems: ['order_revised', 'product_not_sold', 'edit_must_wait', 'edit_below_settled'],
    },
    async (tx, { actor, params, body }) => {
      const { lines } = body
      requireLines(body)
      const order = await editOrder(tx, actor, clock.now(), orderIdOf(params.id), {
        revision: body.revision,
        poNumber: body.po_number,
        wantedOn: body.wanted_on,
        note: body.note,
        terms:
          lines === undefined
            ? undefined
            : ({ currency }, kept) => orderTermsOf(tx, currency, { ...body, lines }, kept),
      })
      return shownOrder(tx, clock.now(), order)
    },
  )
}

export function orderIdOf(text: string): OrderId {
  return givenId('ord', text, 'order')
}

/** An order with its lines and how its money stands. */
export async function shownOrder(db: Db, now: Date, order: Order): Promise<Static<typeof OrderWire>> {
  const [[invoice], lines, today] = await Promise.all([
    order.invoiceId === null ? [] : findInvoices(db, [order.invoiceId]),
    listOrderLines(db, order),
    companyDay(db, now),
  ])
  return orderToWire(order, invoice, today, lines)
}

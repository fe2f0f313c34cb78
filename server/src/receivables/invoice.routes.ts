import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
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
import { createInvoice, type InvoiceOrder } from './create-invoice.ts'
import { InvoiceWire, invoiceColumns, invoiceToWire } from './invoice-wire.ts'
import { findInvoice, INVOICE_STATUSES, type InvoiceId, listLines } from './invoices.queries.ts'
import { listInvoices } from './list-invoices.ts'
import { orderCurrency, termFields, termsOf } from './order-terms.ts'
import { voidInvoice } from './void-invoice.ts'

const InvoiceCreate = Type.Object(
  {
    customer: wireId('cus'),
    currency: currencyCode,
    issued_on: Type.Optional(isoDate),
    due_on: Type.Optional(nullable(isoDate)),
    order_reference: Type.Optional(nullable(line)),
    note: Type.Optional(nullable(longText)),
    ...termFields,
  },
  { additionalProperties: false },
)

/** Invoices: issued, listed, read, voided. */
export function invoiceRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  const tag = 'Invoices'
  const today = (db: Db) => companyDay(db, services.clock.now())
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/invoices',
      permission: 'invoices.write',
      summary: 'Issue an invoice',
      tag,
      body: InvoiceCreate,
      response: InvoiceWire,
    },
    async (tx, { actor, body }, last) => {
      const currency = orderCurrency(body.currency)
      const customerId = givenId('cus', body.customer, 'customer')
      const day = await today(tx)
      const order: InvoiceOrder = {
        customerId,
        currency,
        issuedOn: body.issued_on ?? day,
        dueOn: body.due_on ?? null,
        orderReference: body.order_reference ?? null,
        note: body.note ?? null,
        ...termsOf(body),
      }
      const invoice = await createInvoice(tx, actor, services.clock.now(), order, last)
      return invoiceToWire(invoice, day, invoice.lines)
    },
  )
  list(
    server,
    services,
    {
      url: '/v1/invoices',
      permission: 'invoices.read',
      summary: 'List invoices, newest first',
      tag,
      query: {
        ...listQuery,
        customer: Type.Optional(Type.String({ maxLength: 100 })),
        open: Type.Optional(Type.Boolean({ description: 'Only those of which something is owed.' })),
        state: Type.Optional(Type.Enum(['open', 'void', 'written_off'])),
        number: Type.Optional(line),
        status: Type.Optional(Type.Enum(INVOICE_STATUSES)),
        ...documentFilter,
      },
      row: InvoiceWire,
      fileName: 'invoices',
      columns: invoiceColumns,
    },
    async (db, query) => {
      const request = pageRequest('inv', query)
      const customerId = givenFilter('cus', query.customer, 'customer')
      const { timeZone } = await ownCompany(db)
      const day = dayOf(services.clock.now(), timeZone)
      const rows = await listInvoices(db, request, {
        customerId,
        open: query.open,
        state: query.state,
        number: query.number,
        status: query.status === undefined ? undefined : { label: query.status, today: day },
        document: documentFilterOf(query, timeZone),
      })
      return page('inv', rows, request.limit, (row) => invoiceToWire(row, day))
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/invoices/:id',
      permission: 'invoices.read',
      summary: 'Read an invoice',
      tag,
      params: idParams,
      response: InvoiceWire,
    },
    async (db, { params }) => {
      const id = invoiceId(params.id)
      const invoice = await findInvoice(db, id)
      if (invoice === undefined) throw new NotFound('invoice')
      return invoiceToWire(invoice, await today(db), await listLines(db, id))
    },
  )
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/invoices/:id/void',
      permission: 'invoices.write',
      summary: 'Void an invoice',
      tag,
      params: idParams,
      response: InvoiceWire,
      status: 200,
    },
    async (tx, { actor, params }) => {
      const id = invoiceId(params.id)
      return invoiceToWire(
        await voidInvoice(tx, actor, services.clock.now(), id),
        await today(tx),
        await listLines(tx, id),
      )
    },
  )
}

function invoiceId(text: string): InvoiceId {
  return givenId('inv', text, 'invoice')
}

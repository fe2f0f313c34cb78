import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { findCompany, list, type RouteServices, read, write } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { currencyFromWire } from '../lib/currencies.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { fromWireId } from '../lib/ids.ts'
import { documentFilter, documentFilterOf } from '../lib/list-filter.ts'
import { page, pageRequest } from '../lib/pagination.ts'
import {
  currencyCode,
  idParams,
  isoDate,
  line,
  listQuery,
  longText,
  name,
  nullable,
  wireId,
} from '../lib/schemas.ts'
import { createInvoice, type InvoiceOrder, type InvoiceTerms } from './create-invoice.ts'
import { InvoiceWire, invoiceColumns, invoiceToWire } from './invoice-wire.ts'
import { findInvoice, INVOICE_STATUSES, type InvoiceId, listLines } from './invoices.queries.ts'
import { listInvoices } from './list-invoices.ts'
import { voidInvoice } from './void-invoice.ts'

const decimal = Type.String({
  pattern: '^-?\\d{1,15}(\\.\\d{1,15})?$',
  description: 'A decimal number, as text.',
})
const tax = Type.Object({ rate: decimal, name: Type.Optional(line) }, { additionalProperties: false })
const taxes = Type.Optional(Type.Array(tax, { maxItems: 5 }))
export const termFields = {
  tax_included: Type.Optional(Type.Boolean()),
  lines: Type.Array(
    Type.Object(
      {
        description: line,
        quantity: decimal,
        unit: Type.Optional(nullable(name)),
        unit_price: decimal,
        taxes,
      },
      { additionalProperties: false },
    ),
    { minItems: 1, maxItems: 500 },
  ),
  discount: Type.Optional(
    nullable(Type.Object({ label: line, amount: decimal }, { additionalProperties: false })),
  ),
  shipping: Type.Optional(nullable(Type.Object({ amount: decimal, taxes }, { additionalProperties: false }))),
}
type Terms = Static<ReturnType<typeof termsObject>>
const termsObject = () => Type.Object(termFields)

/** What is sold, as the API says it; what is left out is none. */
export function termsOf(body: Terms): Omit<InvoiceTerms, 'currency'> {
  return {
    taxIncluded: body.tax_included ?? false,
    lines: body.lines.map((entry) => ({
      description: entry.description,
      quantity: entry.quantity,
      unit: entry.unit ?? null,
      unitPrice: entry.unit_price,
      taxes: entry.taxes ?? [],
    })),
    discount: body.discount ?? null,
    shipping:
      body.shipping == null ? null : { amount: body.shipping.amount, taxes: body.shipping.taxes ?? [] },
  }
}

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
  const today = () => services.clock.now().toISOString().slice(0, 10)
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
      const currency = currencyFromWire(body.currency)
      if (currency === undefined)
        throw new InvalidRequest(`${body.currency} is not a currency. Nothing was issued.`, {
          field: 'currency',
        })
      const customerId = fromWireId('cus', body.customer)
      if (customerId === undefined) throw new NotFound('customer')
      const order: InvoiceOrder = {
        customerId,
        currency,
        issuedOn: body.issued_on ?? today(),
        dueOn: body.due_on ?? null,
        orderReference: body.order_reference ?? null,
        note: body.note ?? null,
        ...termsOf(body),
      }
      const invoice = await createInvoice(tx, actor, services.clock.now(), order, last)
      return invoiceToWire(invoice, today(), invoice.lines)
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
        state: Type.Optional(Type.Enum(['open', 'void'])),
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
      const customerId = query.customer === undefined ? undefined : fromWireId('cus', query.customer)
      if (query.customer !== undefined && customerId === undefined)
        throw new InvalidRequest('customer is not the id of a customer.', { field: 'customer' })
      const company = await findCompany(db, db.companyId)
      const rows = await listInvoices(db, request, {
        customerId,
        open: query.open,
        state: query.state,
        number: query.number,
        status: query.status === undefined ? undefined : { label: query.status, today: today() },
        document: documentFilterOf(query, company?.timeZone ?? 'UTC'),
      })
      return page('inv', rows, request.limit, (row) => invoiceToWire(row, today()))
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
      return invoiceToWire(invoice, today(), await listLines(db, id))
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
        today(),
        await listLines(tx, id),
      )
    },
  )
}

function invoiceId(text: string): InvoiceId {
  const id = fromWireId('inv', text)
  if (id === undefined) throw new NotFound('invoice')
  return id
}

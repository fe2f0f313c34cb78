import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { listCustomers } from '../customers/index.ts'
import { ownCompany, type RouteServices, read } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { dayOf } from '../lib/day-of.ts'
import { toWireId } from '../lib/ids.ts'
import { documentFilterOf } from '../lib/list-filter.ts'
import { amountOut, currencyCode, nullable, wireId } from '../lib/schemas.ts'
import { invoiceStatus, listInvoices } from '../receivables/index.ts'
import { listLinks, listRequests, requestStatus } from '../requests/index.ts'

const FOUND = 5
const money = { currency: currencyCode, total: amountOut, open: amountOut }
const SearchWire = Type.Object(
  {
    object: Type.Literal('search'),
    customers: Type.Array(
      Type.Object({
        id: wireId('cus'),
        name: Type.String(),
        code: nullable(Type.String()),
        email: nullable(Type.String()),
      }),
    ),
    invoices: Type.Array(
      Type.Object({
        id: wireId('inv'),
        number: Type.String(),
        customer_name: Type.String(),
        status: Type.String(),
        ...money,
      }),
    ),
    payment_requests: Type.Array(
      Type.Object({
        id: wireId('req'),
        reference: Type.String(),
        customer_name: nullable(Type.String()),
        status: Type.String(),
        ...money,
      }),
    ),
  },
  { $id: 'Search' },
)

/** One field for all that a person may be looking for. */
export function searchRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/search',
      permission: 'customers.read',
      summary:
        'The newest customers, invoices and payment requests that hold a text or an amount; of what the caller may read',
      tag: 'Search',
      query: Type.Object({ q: Type.String({ minLength: 1, maxLength: 200 }) }),
      response: SearchWire,
    },
    async (db, { query: { q }, permissions }) => {
      const now = services.clock.now()
      const { timeZone } = await ownCompany(db)
      const filter = documentFilterOf({ q }, timeZone)
      const isAny = filter.needle !== undefined
      const page = { limit: FOUND - 1, after: undefined }
      const customers = isAny ? await listCustomers(db, page, q) : []
      const invoices =
        isAny && permissions.has('invoices.read') ? await listInvoices(db, page, { document: filter }) : []
      const unfiltered = { customerId: undefined, state: undefined, status: undefined }
      const requests =
        isAny && permissions.has('requests.read')
          ? await listRequests(db, now, page, { ...filter, ...unfiltered })
          : []
      const links = await listLinks(
        db,
        requests.map(({ id }) => id),
      )
      return {
        object: 'search' as const,
        customers: customers.map(({ id, name, code, email }) => ({
          id: toWireId('cus', id),
          name,
          code,
          email,
        })),
        invoices: invoices.map((invoice) => ({
          id: toWireId('inv', invoice.id),
          number: invoice.number,
          customer_name: invoice.buyer.name,
          status: invoiceStatus(invoice, dayOf(now, timeZone)),
          currency: invoice.currency.toLowerCase(),
          total: Number(invoice.total),
          open: Number(invoice.open),
        })),
        payment_requests: requests.map((request) => ({
          id: toWireId('req', request.id),
          reference: request.reference,
          customer_name: request.snapshot.customerName,
          status: requestStatus(
            request,
            links.filter(({ requestId }) => requestId === request.id),
            now,
          ),
          currency: request.currency.toLowerCase(),
          total: Number(request.total),
          open: Number(request.open),
        })),
      }
    },
  )
}

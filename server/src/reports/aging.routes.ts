import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { type Columns, list, ownCompany, type RouteServices } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { amountCell } from '../lib/csv/csv-text.ts'
import { dayOf } from '../lib/day-of.ts'
import { InvalidRequest } from '../lib/errors.ts'
import { fromWireId, toWireId } from '../lib/ids.ts'
import { currencyCode, ISO_DATE, listQuery, nullable, wireId } from '../lib/schemas.ts'
import {
  AGING_BUCKETS,
  type Aged,
  type AgingBucket,
  type AgingCursor,
  listAging,
} from '../receivables/index.ts'

const sums = {
  currency: currencyCode,
  buckets: Type.Array(
    Type.Object({
      bucket: Type.Enum(AGING_BUCKETS),
      invoices: Type.Integer(),
      open: Type.Integer({
        description:
          'Below zero only between the day of a payment and that of an invoice that was written after it.',
      }),
    }),
  ),
  total: Type.Integer(),
  unapplied: Type.Integer({
    description:
      'Credits and prepayments that are not applied. They stand beside what is open and are not taken from it.',
  }),
}
const AgingTotal = Type.Object(sums, { $id: 'AgingTotal' })
const AgingRow = Type.Object(
  {
    customer: nullable(wireId('cus')),
    customer_name: nullable(Type.String()),
    ...sums,
  },
  { $id: 'AgingRow' },
)
type Row = Static<typeof AgingRow>

const bucketCell = (bucket: AgingBucket) => (row: Row) =>
  amountCell(row.buckets.find((each) => each.bucket === bucket)?.open ?? 0, row.currency)

const columns: Columns<Row> = {
  customer: (row) => row.customer,
  customer_name: (row) => row.customer_name,
  currency: (row) => row.currency,
  ...Object.fromEntries(AGING_BUCKETS.map((bucket) => [bucket, bucketCell(bucket)])),
  total: (row) => amountCell(row.total, row.currency),
  unapplied: (row) => amountCell(row.unapplied, row.currency),
}

/** What was owed at the end of a day, by customer and by how late it was. Days are the company's. */
export function agingRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  list(
    server,
    services,
    {
      url: '/v1/reports/aging',
      permission: 'invoices.read',
      summary: 'What was open of invoices at the end of a day, by customer and by how long it was overdue',
      tag: 'Reports',
      query: {
        ...listQuery,
        as_of: Type.Optional(
          Type.String({
            ...ISO_DATE,
            description:
              'The day, of the company; today unless told. What was posted after it does not count.',
          }),
        ),
        customer: Type.Optional(wireId('cus')),
        q: Type.Optional(Type.String({ maxLength: 100, description: 'A part of the customer’s name.' })),
      },
      row: AgingRow,
      beside: {
        as_of: Type.String(),
        time_zone: Type.String(),
        totals: Type.Array(AgingTotal, {
          description:
            'The sums of all customers that the filter shows, by currency; the same on every page.',
        }),
      },
      fileName: 'aging',
      columns,
    },
    async (db, query) => {
      const { timeZone } = await ownCompany(db)
      const day = query.as_of ?? dayOf(services.clock.now(), timeZone)
      const limit = query.limit ?? 20
      const customerId = query.customer === undefined ? null : customerOf(query.customer, 'customer')
      const filter = { customerId, name: query.q ?? null }
      const after = query.starting_after === undefined ? undefined : cursorOf(query.starting_after)
      const rows = await listAging(db, { day, timeZone }, filter, { limit, after })
      const listed = rows.filter(({ isTotal }) => !isTotal)
      const shown = listed.slice(0, limit)
      const last = shown.at(-1)
      const hasMore = listed.length > limit
      return {
        object: 'list' as const,
        as_of: day,
        time_zone: timeZone,
        totals: rows.filter(({ isTotal }) => isTotal).map(sumsToWire),
        data: shown.map(toWire),
        has_more: hasMore,
        next_cursor: hasMore && last !== undefined ? cursorTo(last) : null,
      }
    },
  )
}

function sumsToWire({ currency, invoices, open, total, unapplied }: Aged) {
  return {
    currency: currency.toLowerCase(),
    buckets: AGING_BUCKETS.map((bucket) => ({
      bucket,
      invoices: invoices[bucket],
      open: Number(open[bucket]),
    })),
    total: Number(total),
    unapplied: Number(unapplied),
  }
}

function toWire(row: Aged): Row {
  return {
    customer: row.customerId === null ? null : toWireId('cus', row.customerId),
    customer_name: row.customerName,
    ...sumsToWire(row),
  }
}

/** A customer has a row for each currency, so a page may end between two of them: `cus_….usd`. */
function cursorTo({ customerId, currency }: Aged): string {
  return `${customerId === null ? '' : toWireId('cus', customerId)}.${currency.toLowerCase()}`
}

function cursorOf(text: string): AgingCursor {
  const [, customer, currency] = /^(cus_[a-z0-9]+)?\.([a-z]{3})$/.exec(text) ?? []
  if (currency === undefined)
    throw new InvalidRequest('starting_after must be the next_cursor of a page of this report.', {
      field: 'starting_after',
    })
  const customerId = customer === undefined ? null : customerOf(customer, 'starting_after')
  return { customerId, currency: currency.toUpperCase() }
}

function customerOf(id: string, field: string): string {
  const found = fromWireId('cus', id)
  if (found !== undefined) return found
  throw new InvalidRequest(`${field} names no customer. Nothing was read.`, { field })
}

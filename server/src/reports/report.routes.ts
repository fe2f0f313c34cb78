import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type RouteServices, read } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { amountOut, currencyCode, nullable } from '../lib/schemas.ts'
import { listFees } from './fees.queries.ts'
import { type Range, rangeOf, rangeQuery } from './report-range.ts'
import { listFunnel, listTakings } from './reports.queries.ts'

const report = <Row extends Parameters<typeof Type.Array>[0]>(row: Row) =>
  Type.Object({
    object: Type.Literal('report'),
    from: Type.String(),
    to: Type.String(),
    time_zone: Type.String(),
    data: Type.Array(row),
  })
const count = Type.Integer()
const seconds = nullable(Type.Integer({ description: 'The median, in seconds.' }))

const TakingsRow = Type.Object(
  {
    date: Type.String({ description: 'A day of the company.' }),
    method: Type.String(),
    currency: currencyCode,
    payments: count,
    gross: amountOut,
    refunds: count,
    refunded: Type.Integer({
      description: 'Less what came back of refunds that failed later, with what banks took back of debits.',
    }),
    fees: amountOut,
    net: amountOut,
  },
  { $id: 'TakingsRow' },
)
const FunnelRow = Type.Object(
  {
    currency: currencyCode,
    sent: count,
    opened: count,
    paid: count,
    voided: count,
    asked_amount: amountOut,
    paid_amount: amountOut,
    seconds_to_open: seconds,
    seconds_to_pay: seconds,
  },
  { $id: 'RequestFunnel' },
)

const FeesRow = Type.Object(
  {
    method: Type.String({ description: 'other: what the processor asked for beside payments.' }),
    currency: currencyCode,
    payments: count,
    gross: amountOut,
    processing: Type.Integer({
      description: 'Fees of payments, and what the processor asked for beside them.',
    }),
    returns: Type.Integer({ description: 'Fees of returns, failed debits and disputes.' }),
    total: amountOut,
  },
  { $id: 'FeesRow' },
)

/** Numbers of a period, from the ledger and the documents. Days are the company's. */
export function reportRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  const tag = 'Reports'
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/reports/takings',
      permission: 'payments.read',
      summary: 'What came in, was refunded and was kept as fees, by day and method',
      tag,
      query: Type.Object(rangeQuery),
      response: report(TakingsRow),
    },
    async (db, { query }) => {
      const range = await rangeOf(db, services.clock.now(), query)
      const rows = await listTakings(db, range)
      return {
        ...head(range),
        data: rows.map(({ gross, refunded, fees, ...row }) => ({
          date: row.day,
          method: row.method,
          currency: row.currency.toLowerCase(),
          payments: Number(row.payments),
          gross: Number(gross),
          refunds: Number(row.refunds),
          refunded: Number(refunded),
          fees: Number(fees),
          net: Number(gross - refunded - fees),
        })),
      }
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/reports/fees',
      permission: 'payments.read',
      summary: 'What the processor took as fees in a period, by way to pay',
      tag,
      query: Type.Object(rangeQuery),
      response: report(FeesRow),
    },
    async (db, { query }) => {
      const range = await rangeOf(db, services.clock.now(), query)
      const rows = await listFees(db, range)
      return {
        ...head(range),
        data: rows.map((row) => ({
          method: row.method,
          currency: row.currency.toLowerCase(),
          payments: Number(row.payments),
          gross: Number(row.gross),
          processing: Number(row.processing),
          returns: Number(row.returns),
          total: Number(row.processing + row.returns),
        })),
      }
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/reports/requests',
      permission: 'requests.read',
      summary: 'What became of the requests sent in a period: opened, paid, and how soon',
      tag,
      query: Type.Object(rangeQuery),
      response: report(FunnelRow),
    },
    async (db, { query }) => {
      const range = await rangeOf(db, services.clock.now(), query)
      const rows = await listFunnel(db, range)
      return {
        ...head(range),
        data: rows.map((row) => ({
          currency: row.currency.toLowerCase(),
          sent: Number(row.sent),
          opened: Number(row.opened),
          paid: Number(row.paid),
          voided: Number(row.voided),
          asked_amount: Number(row.asked),
          paid_amount: Number(row.paidAmount),
          seconds_to_open: row.secondsToOpen === null ? null : Math.round(row.secondsToOpen),
          seconds_to_pay: row.secondsToPay === null ? null : Math.round(row.secondsToPay),
        })),
      }
    },
  )
}

function head({ from, to, company }: Range) {
  return { object: 'report' as const, from, to, time_zone: company.timeZone }
}

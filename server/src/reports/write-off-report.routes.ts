import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type RouteServices, read } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { amountOut, currencyCode } from '../lib/schemas.ts'
import { rangeOf, rangeQuery } from './report-range.ts'
import { listWriteOffs } from './write-offs.queries.ts'

/** What was given up of what customers owed. */
export function writeOffReportRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/reports/write_offs',
      permission: 'invoices.read',
      summary: 'What was written off of invoices in a period, and what of write-offs was taken back',
      tag: 'Reports',
      query: Type.Object(rangeQuery),
      response: Type.Object({
        object: Type.Literal('report'),
        from: Type.String(),
        to: Type.String(),
        time_zone: Type.String(),
        data: Type.Array(
          Type.Object(
            {
              currency: currencyCode,
              invoices: Type.Integer({ description: 'How many were written off.' }),
              written_off: amountOut,
              recovered: amountOut,
              net: Type.Integer({ description: 'In minor units; below zero where more was taken back.' }),
            },
            { $id: 'WriteOffsRow' },
          ),
        ),
      }),
    },
    async (db, { query }) => {
      const range = await rangeOf(db, services.clock.now(), query)
      const { from, to, company } = range
      const rows = await listWriteOffs(db, range)
      return {
        object: 'report' as const,
        from,
        to,
        time_zone: company.timeZone,
        data: rows.map(({ currency, invoices, writtenOff, recovered }) => ({
          currency: currency.toLowerCase(),
          invoices: Number(invoices),
          written_off: Number(writtenOff),
          recovered: Number(recovered),
          net: Number(writtenOff - recovered),
        })),
      }
    },
  )
}

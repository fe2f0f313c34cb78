import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { prepareAndWrite, type RouteServices } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { readCsv } from './csv/read-csv.ts'
import { importCredits } from './import-credits.ts'
import { CSV, csvQuery, fileOf, IMPORT_LIMIT, sourceOf } from './import-csv-query.ts'
import { CreditImportWire, creditsToWire } from './import-wire.ts'

/** What customers have with the company, as another system lists it. */
export function creditImportRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  server.register(async (scope) => {
    scope.addContentTypeParser(CSV, { parseAs: 'buffer', bodyLimit: IMPORT_LIMIT }, (_, bytes, done) =>
      done(null, { bytes, type: CSV }),
    )
    prepareAndWrite(
      scope,
      services,
      {
        method: 'POST',
        url: '/v1/credit_notes/import',
        permission: 'credits.write',
        summary:
          'Import open credits as CSV (text/csv), in the columns of invoices: each becomes a credit note of its own number, and is applied to nothing',
        tag: 'Credit notes',
        query: Type.Object(csvQuery),
        response: CreditImportWire,
        problems: ['csv_refused', 'csv_not_read'],
      },
      async ({ body, query }) => {
        const { bytes } = fileOf(body, 'credits as text/csv')
        const source = sourceOf(query)
        const file = await readCsv(bytes, { source, currency: query.currency ?? null, of: 'credits' })
        return { file, source, isDryRun: query.dry_run ?? false, isOpening: query.opening_balances ?? false }
      },
      async (tx, { actor }, read) => {
        const credits = read.file.invoices
        const done = await importCredits(tx, actor, services.clock.now(), { ...read, credits })
        return creditsToWire(read.file, read, done)
      },
    )
  })
}

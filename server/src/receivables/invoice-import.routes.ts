import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { companyDay, prepareAndWrite, type RouteServices } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { InvalidRequest } from '../lib/errors.ts'
import { CreditNoteWire, creditNoteToWire } from './credit-note-wire.ts'
import { readCsv } from './csv/read-csv.ts'
import { isPdf } from './einvoice/is-pdf.ts'
import { readForImport } from './einvoice/read-for-import.ts'
import { importCreditNote } from './import-credit-note.ts'
import { CSV, contentType, csvQuery, fileOf, IMPORT_LIMIT, sourceOf } from './import-csv-query.ts'
import { importInvoice } from './import-invoice.ts'
import { importInvoices } from './import-invoices.ts'
import { InvoiceImportWire, invoicesToWire } from './import-wire.ts'
import { InvoiceWire, invoiceToWire } from './invoice-wire.ts'
import { listLines } from './invoices.queries.ts'
import { confirmSeller } from './sellers/confirm-seller.ts'

const XML = ['application/xml', 'text/xml', 'application/octet-stream']
const PDF = 'application/pdf'

const Query = Type.Object({
  ...csvQuery,
  confirm_seller: Type.Optional(
    Type.Boolean({
      description:
        'E-invoices: the seller is this company, whatever it is called there. It is remembered (`/v1/sellers`).',
    }),
  ),
})

/** Invoices that others issued: imported as the files that they come in, and not as JSON. */
export function invoiceImportRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  server.register(async (scope) => {
    scope.addContentTypeParser(
      [...XML, PDF, CSV],
      { parseAs: 'buffer', bodyLimit: IMPORT_LIMIT },
      ({ headers }, bytes, done) => done(null, { bytes, type: contentType(headers['content-type']) }),
    )
    prepareAndWrite(
      scope,
      services,
      {
        method: 'POST',
        url: '/v1/invoices/import',
        permission: 'invoices.write',
        summary:
          'Import an e-invoice or credit note, UBL 2.1 or CII as the XML itself (application/xml) or in a Factur-X PDF (application/pdf), or many invoices as CSV (text/csv)',
        tag: 'Invoices',
        query: Query,
        response: Type.Union([InvoiceWire, CreditNoteWire, InvoiceImportWire]),
      },
      async ({ body, query }) => {
        const { bytes, type } = fileOf(
          body,
          'an e-invoice as application/xml or application/pdf, invoices as text/csv',
        )
        for (const field of ['dry_run', 'opening_balances'] as const)
          if (type !== CSV && query[field] === true)
            throw new InvalidRequest(`Only CSV has ${field}. Nothing was imported.`, { field })
        if (type !== CSV) return { invoice: await readForImport(bytes), pdf: isPdf(bytes) ? bytes : null }
        const source = sourceOf(query)
        const file = await readCsv(bytes, { source, currency: query.currency ?? null, of: 'invoices' })
        return { file, source, isDryRun: query.dry_run ?? false, isOpening: query.opening_balances ?? false }
      },
      async (tx, { actor, query }, read) => {
        const now = services.clock.now()
        if (read.file !== undefined) {
          const { invoices } = read.file
          return invoicesToWire(read.file, read, await importInvoices(tx, actor, now, { ...read, invoices }))
        }
        await confirmSeller(tx, actor, now, read.invoice.seller, query.confirm_seller ?? false)
        if (read.invoice.credits !== null) {
          const note = await importCreditNote(tx, actor, now, read.invoice, read.invoice.credits, read.pdf)
          return creditNoteToWire(note, { lines: note.lines })
        }
        const invoice = await importInvoice(tx, actor, now, read.invoice, read.pdf)
        return invoiceToWire(invoice, await companyDay(tx, now), await listLines(tx, invoice.id))
      },
    )
  })
}

import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { companyDay, prepareAndWrite, type RouteServices } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { InvalidRequest } from '../lib/errors.ts'
import { currencyCode } from '../lib/schemas.ts'
import { CreditNoteWire, creditNoteToWire } from './credit-note-wire.ts'
import { readCsv } from './csv/read-csv.ts'
import { isPdf } from './einvoice/is-pdf.ts'
import { readForImport } from './einvoice/read-for-import.ts'
import { SOURCE } from './einvoice/to-new-invoice.ts'
import { importCreditNote } from './import-credit-note.ts'
import { importInvoice } from './import-invoice.ts'
import { importInvoices } from './import-invoices.ts'
import { InvoiceImportWire, importToWire } from './invoice-import-wire.ts'
import { InvoiceWire, invoiceToWire } from './invoice-wire.ts'
import { listLines } from './invoices.queries.ts'
import { confirmSeller } from './sellers/confirm-seller.ts'

/** The largest file that is read, in bytes. */
const IMPORT_LIMIT = 10 * 1024 * 1024
const XML = ['application/xml', 'text/xml', 'application/octet-stream']
const PDF = 'application/pdf'
const CSV = 'text/csv'

const Query = Type.Object({
  dry_run: Type.Optional(
    Type.Boolean({ description: 'CSV: say what would be imported, and import nothing.' }),
  ),
  source: Type.Optional(
    Type.String({
      pattern: '^[a-z0-9][a-z0-9_-]{0,39}$',
      description: 'CSV: the system that the file is of. A number is imported once of each. Default: csv.',
    }),
  ),
  currency: Type.Optional(currencyCode),
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
      ({ headers }, bytes, done) => done(null, { bytes, type: typeOf(headers['content-type']) }),
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
        const { bytes, type } = fileOf(body)
        if (type !== CSV && query.dry_run === true)
          throw new InvalidRequest('Only CSV has a dry run. Nothing was imported.', { field: 'dry_run' })
        if (type !== CSV) return { invoice: await readForImport(bytes), pdf: isPdf(bytes) ? bytes : null }
        const source = query.source ?? CSV_SOURCE
        if (source === SOURCE)
          throw new InvalidRequest(`${SOURCE} is the source of e-invoices. Nothing was imported.`, {
            field: 'source',
          })
        const file = await readCsv(bytes, { source, currency: query.currency ?? null })
        return { file, source, isDryRun: query.dry_run ?? false }
      },
      async (tx, { actor, query }, read) => {
        const now = services.clock.now()
        if (read.file !== undefined) {
          const { invoices } = read.file
          return importToWire(read.file, read, await importInvoices(tx, actor, now, { ...read, invoices }))
        }
        await confirmSeller(tx, actor, now, read.invoice.seller, query.confirm_seller ?? false)
        if (read.invoice.credits !== null) {
          const note = await importCreditNote(tx, actor, now, read.invoice, read.invoice.credits, read.pdf)
          return creditNoteToWire(note, note.lines)
        }
        const invoice = await importInvoice(tx, actor, now, read.invoice, read.pdf)
        return invoiceToWire(invoice, await companyDay(tx, now), await listLines(tx, invoice.id))
      },
    )
  })
}

const CSV_SOURCE = 'csv'

function typeOf(header: string | undefined): string {
  return header?.split(';')[0]?.trim().toLowerCase() ?? ''
}

function fileOf(body: unknown): { bytes: Uint8Array; type: string } {
  const { bytes, type } = (body ?? {}) as { bytes?: Uint8Array; type?: string }
  if (!(bytes instanceof Uint8Array) || type === undefined) {
    throw new InvalidRequest(
      'Send the file itself: an e-invoice as application/xml or application/pdf, invoices as text/csv. Nothing was imported.',
    )
  }
  return { bytes, type }
}

import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { prepareAndWrite, type RouteServices } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { InvalidRequest } from '../lib/errors.ts'
import { CreditNoteWire, creditNoteToWire } from './credit-note-wire.ts'
import { readForImport } from './einvoice/read-for-import.ts'
import { importCreditNote } from './import-credit-note.ts'
import { importInvoice } from './import-invoice.ts'
import { InvoiceWire, invoiceToWire } from './invoice-wire.ts'
import { listLines } from './invoices.queries.ts'

/** The largest e-invoice that is read, in bytes. */
const IMPORT_LIMIT = 10 * 1024 * 1024

/** Invoices that others issued: imported from e-invoices, which come as themselves and not as JSON. */
export function invoiceImportRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  server.register(async (scope) => {
    scope.addContentTypeParser(
      ['application/xml', 'text/xml', 'application/octet-stream'],
      { parseAs: 'buffer', bodyLimit: IMPORT_LIMIT },
      (_, body, done) => done(null, body),
    )
    prepareAndWrite(
      scope,
      services,
      {
        method: 'POST',
        url: '/v1/invoices/import',
        permission: 'invoices.write',
        summary: 'Import an e-invoice or credit note: UBL 2.1 or CII, as the XML itself (application/xml)',
        tag: 'Invoices',
        response: Type.Union([InvoiceWire, CreditNoteWire]),
      },
      async ({ body }) => {
        if (!(body instanceof Uint8Array))
          throw new InvalidRequest('Send the e-invoice itself, as application/xml. Nothing was imported.')
        return readForImport(body)
      },
      async (tx, { actor }, read) => {
        const now = services.clock.now()
        if (read.credits !== null) {
          const note = await importCreditNote(tx, actor, now, read, read.credits)
          return creditNoteToWire(note, note.lines)
        }
        const invoice = await importInvoice(tx, actor, now, read)
        return invoiceToWire(invoice, now.toISOString().slice(0, 10), await listLines(tx, invoice.id))
      },
    )
  })
}

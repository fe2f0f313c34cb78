import type { Database } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import type { CompanyId } from '../lib/ids.ts'
import { type InvoiceId, invoiceListPdf } from '../receivables/index.ts'
import { findRequest, type RequestId } from './requests.queries.ts'

/** Renders what a request for very many invoices asks for as one list. With `payUrl` it is to be kept nowhere. */
export async function requestListPdf(
  database: Database,
  companyId: CompanyId,
  id: RequestId,
  options: { locale: string; payUrl: string | undefined; now: Date },
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const request = await database.read(companyId, (db) => findRequest(db, id))
  if (request === undefined) throw new NotFound('payment request')
  const ids = request.snapshot.documents.map((document) => document.id as InvoiceId)
  return invoiceListPdf(database, companyId, ids, options)
}

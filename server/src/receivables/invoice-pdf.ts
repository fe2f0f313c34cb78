import { findCompany, findLogo } from '../identity/index.ts'
import type { Database } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import type { CompanyId } from '../lib/ids.ts'
import { documentParts, fileNameOf, type PrintedSeller } from './document-parts.ts'
import { documentTypeOf } from './document-type.ts'
import { type InvoiceDocument, renderInvoicePdf } from './documents/index.ts'
import { findInvoice, type Invoice, type InvoiceId, listLines, type StoredLine } from './invoices.queries.ts'

/** Renders an invoice as it stands now. With `payUrl` it carries the button and the QR code; keep that nowhere. */
export async function invoicePdf(
  database: Database,
  companyId: CompanyId,
  invoiceId: InvoiceId,
  options: { locale: string; payUrl: string | undefined },
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const company = await findCompany(database.global, companyId)
  const read = await database.read(companyId, async (db) => ({
    invoice: await findInvoice(db, invoiceId),
    lines: await listLines(db, invoiceId),
    logo: await findLogo(db),
  }))
  if (company === undefined || read.invoice === undefined) throw new NotFound('invoice')
  const seller = { company, logo: read.logo }
  const bytes = await renderInvoicePdf(invoiceDocument(seller, read.invoice, read.lines, options))
  return { fileName: `${fileNameOf(read.invoice.number)}.pdf`, bytes }
}

function invoiceDocument(
  seller: PrintedSeller,
  invoice: Invoice,
  lines: readonly StoredLine[],
  { locale, payUrl }: { locale: string; payUrl: string | undefined },
): InvoiceDocument {
  return {
    ...documentParts(seller, locale, invoice, lines),
    title: documentTypeOf(invoice),
    dueOn: invoice.dueOn ?? undefined,
    orderReference: invoice.orderReference ?? undefined,
    shipping: invoice.shipping === 0n ? undefined : invoice.shipping,
    total: invoice.total + invoice.rounding,
    paid: invoice.settled + invoice.refunded - invoice.reduced,
    refunded: invoice.refunded,
    reduced: invoice.reduced,
    due: invoice.open,
    notes: invoice.note ?? undefined,
    payUrl,
    status: stampOf(invoice),
  }
}

/** One stamp for full and partial refunds alike; the totals say how much. */
function stampOf(invoice: Invoice): InvoiceDocument['status'] {
  if (invoice.state === 'void') return 'void'
  if (invoice.state === 'written_off') return 'closed'
  if (invoice.open > 0n) return undefined
  return invoice.reduced > 0n ? 'refunded' : 'paid'
}

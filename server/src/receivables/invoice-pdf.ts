import { type Company, findCompany } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import type { Database } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import type { CompanyId } from '../lib/ids.ts'
import { languageOf } from '../lib/words.ts'
import { documentTypeOf } from './document-type.ts'
import { type InvoiceDocument, renderInvoicePdf, type Seller } from './documents/index.ts'
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
  }))
  if (company === undefined || read.invoice === undefined) throw new NotFound('invoice')
  const bytes = await renderInvoicePdf(invoiceDocument(company, read.invoice, read.lines, options))
  return { fileName: `${fileNameOf(read.invoice.number)}.pdf`, bytes }
}

function invoiceDocument(
  company: Company,
  invoice: Invoice,
  lines: readonly StoredLine[],
  { locale, payUrl }: { locale: string; payUrl: string | undefined },
): InvoiceDocument {
  const adjustments = (kind: 'allowance' | 'charge') =>
    invoice.adjustments
      .filter((entry) => entry.kind === kind)
      .map(({ label, amount }) => ({ label, amount: BigInt(amount) }))
  return {
    language: languageOf(locale),
    locale,
    title: documentTypeOf(invoice.typeCode),
    number: invoice.number,
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn ?? undefined,
    seller: sellerOf(company),
    customer: {
      name: invoice.buyer.name,
      addressLines: invoice.buyer.addressLines,
      email: invoice.buyer.email ?? undefined,
      taxId: invoice.buyer.taxId ?? undefined,
    },
    orderReference: invoice.orderReference ?? undefined,
    currency: invoice.currency as Currency,
    lines: lines.map((line) => ({
      description: line.description,
      quantity: line.quantity,
      unit: line.unit ?? undefined,
      unitPrice: line.unitPrice,
      taxRate: line.taxRate ?? undefined,
      amount: line.amount,
    })),
    allowances: adjustments('allowance'),
    charges: adjustments('charge'),
    subtotal: invoice.subtotal,
    shipping: invoice.shipping === 0n ? undefined : invoice.shipping,
    taxes: invoice.taxBreakdown.map((tax) => ({
      label: tax.name ?? undefined,
      rate: tax.rate,
      taxable: BigInt(tax.taxable),
      amount: BigInt(tax.tax),
    })),
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
  if (invoice.open > 0n) return undefined
  return invoice.reduced > 0n ? 'refunded' : 'paid'
}

export function sellerOf(company: Company): Seller {
  return {
    name: company.displayName,
    legalName: company.legalName,
    addressLines: company.addressLines,
    phone: company.phone ?? undefined,
    email: company.email ?? undefined,
    taxId: company.taxId ?? undefined,
  }
}

/** A file name out of a number that may hold anything. */
export function fileNameOf(number: string): string {
  return number.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80) || 'invoice'
}

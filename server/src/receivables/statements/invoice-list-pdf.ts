import { findCompany, findLogo } from '../../identity/index.ts'
import type { Currency } from '../../lib/currencies.ts'
import { dayOf } from '../../lib/day-of.ts'
import type { Database } from '../../lib/db/index.ts'
import { NotFound } from '../../lib/errors.ts'
import type { CompanyId } from '../../lib/ids.ts'
import { sumAmounts } from '../../lib/money.ts'
import { languageOf } from '../../lib/words.ts'
import { fileNameOf, sellerOf } from '../document-parts.ts'
import { documentTypeOf } from '../document-type.ts'
import { renderStatementPdf } from '../documents/index.ts'
import { findInvoices, type InvoiceId } from '../invoices.queries.ts'

/**
 * Renders invoices of one customer in one currency as one list, with what is open of each as it stands now. With `payUrl`
 * it carries the button and the QR code; keep that nowhere.
 */
export async function invoiceListPdf(
  database: Database,
  companyId: CompanyId,
  ids: readonly InvoiceId[],
  { locale, payUrl, now }: { locale: string; payUrl: string | undefined; now: Date },
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const company = await findCompany(database.global, companyId)
  const read = await database.read(companyId, async (db) => ({
    invoices: await findInvoices(db, ids),
    logo: await findLogo(db),
  }))
  const found = new Map(read.invoices.map((invoice) => [invoice.id, invoice]))
  const invoices = ids.flatMap((id) => found.get(id) ?? [])
  const [first] = invoices
  if (company === undefined || first === undefined) throw new NotFound('invoice')
  const today = dayOf(now, company.timeZone)
  const open = sumAmounts(invoices.map((invoice) => invoice.open))
  const bytes = await renderStatementPdf({
    language: languageOf(locale),
    locale,
    seller: sellerOf({ company, logo: read.logo }),
    customer: {
      name: first.buyer.name,
      addressLines: first.buyer.addressLines,
      email: first.buyer.email ?? undefined,
      taxId: first.buyer.taxId ?? undefined,
    },
    kind: 'invoice_list',
    asOf: today,
    madeOn: today,
    currency: first.currency as Currency,
    opening: 0n,
    rows: invoices.map((invoice) => ({
      day: invoice.issuedOn,
      type: documentTypeOf(invoice) === 'recovery_invoice' ? 'recovery_invoice' : 'invoice',
      label: invoice.number,
      dueOn: invoice.dueOn ?? undefined,
      amount: invoice.total + invoice.rounding,
      balance: invoice.open,
    })),
    balance: open,
    pending: open,
    inFlight: sumAmounts(invoices.map(({ inFlight }) => inFlight)),
    unapplied: 0n,
    buckets: [],
    payUrl,
  })
  return { fileName: `${fileNameOf(`invoices-${first.buyer.name}-${today}`)}.pdf`, bytes }
}

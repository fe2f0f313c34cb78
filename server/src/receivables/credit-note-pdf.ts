import { findCompany } from '../identity/index.ts'
import type { Currency } from '../lib/currencies.ts'
import type { Database } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import type { CompanyId } from '../lib/ids.ts'
import { defaultLocale, type Language, languageOf } from '../lib/words.ts'
import { type CreditNoteId, findCreditNote, listCreditNoteLines } from './credit-notes.queries.ts'
import { renderInvoicePdf } from './documents/index.ts'
import { fileNameOf, sellerOf } from './invoice-pdf.ts'

/** Renders a credit note as it stands, in a language or else the company's own. */
export async function creditNotePdf(
  database: Database,
  companyId: CompanyId,
  id: CreditNoteId,
  language: Language | undefined,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const company = await findCompany(database.global, companyId)
  const { note, lines } = await database.read(companyId, async (db) => ({
    note: await findCreditNote(db, id),
    lines: await listCreditNoteLines(db, id),
  }))
  if (company === undefined || note === undefined) throw new NotFound('credit note')
  const locale = defaultLocale(language ?? company.language, company.country)
  const adjustments = (kind: 'allowance' | 'charge') =>
    note.adjustments
      .filter((entry) => entry.kind === kind)
      .map(({ label, amount }) => ({ label, amount: BigInt(amount) }))
  const worth = note.total + note.rounding
  const bytes = await renderInvoicePdf({
    language: languageOf(locale),
    locale,
    title: 'credit_note',
    number: note.number,
    issuedOn: note.issuedOn,
    seller: sellerOf(company),
    customer: {
      name: note.buyer.name,
      addressLines: note.buyer.addressLines,
      email: note.buyer.email ?? undefined,
      taxId: note.buyer.taxId ?? undefined,
    },
    corrects: note.invoiceReference ?? undefined,
    currency: note.currency as Currency,
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
    subtotal: note.subtotal,
    taxes: note.taxBreakdown.map((tax) => ({
      label: tax.name ?? undefined,
      rate: tax.rate,
      taxable: BigInt(tax.taxable),
      amount: BigInt(tax.tax),
    })),
    total: worth,
    paid: 0n,
    due: worth,
    notes: note.reason ?? undefined,
    status: note.state === 'void' ? 'void' : undefined,
  })
  return { fileName: `${fileNameOf(note.number)}.pdf`, bytes }
}

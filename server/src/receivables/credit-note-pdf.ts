import { findCompany, findLogo } from '../identity/index.ts'
import type { Database } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import type { CompanyId } from '../lib/ids.ts'
import { defaultLocale, type Language } from '../lib/words.ts'
import { type CreditNoteId, findCreditNote, listCreditNoteLines } from './credit-notes.queries.ts'
import { documentParts, fileNameOf } from './document-parts.ts'
import { renderInvoicePdf } from './documents/index.ts'

/** Renders a credit note as it stands, in a language or else the company's own. */
export async function creditNotePdf(
  database: Database,
  companyId: CompanyId,
  id: CreditNoteId,
  language: Language | undefined,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const company = await findCompany(database.global, companyId)
  const { note, lines, logo } = await database.read(companyId, async (db) => ({
    note: await findCreditNote(db, id),
    lines: await listCreditNoteLines(db, id),
    logo: await findLogo(db),
  }))
  if (company === undefined || note === undefined) throw new NotFound('credit note')
  const locale = defaultLocale(language ?? company.language, company.country)
  const worth = note.total + note.rounding
  const bytes = await renderInvoicePdf({
    ...documentParts({ company, logo }, locale, note, lines),
    title: 'credit_note',
    corrects: note.invoiceReference ?? undefined,
    total: worth,
    paid: 0n,
    due: worth,
    notes: note.reason ?? undefined,
    status: note.state === 'void' ? 'void' : undefined,
  })
  return { fileName: `${fileNameOf(note.number)}.pdf`, bytes }
}

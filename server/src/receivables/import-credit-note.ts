import type { Actor } from '../lib/actor.ts'
import { sql, type Tx, violatedConstraint } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'
import { keepOriginal } from './attachments/keep-original.ts'
import { type EInvoiceImport, SOURCE } from './einvoice/to-new-invoice.ts'
import { CreditNoteExists } from './errors.ts'
import { customerOf } from './import-invoice.ts'
import type { InvoiceId } from './invoices.queries.ts'
import { lockPayables } from './payables.queries.ts'
import { freeOf, settleByCredit } from './settle-by-credit.ts'
import { type CreditNoteWithLines, writeCreditNote } from './write-credit-note.ts'

/**
 * Imports a credit note that was read (`readForImport`), with its own number and its own sums. It settles the invoice
 * that it refers to, as far as that is here and open; the rest is its customer's credit. A PDF that it came in is kept as its original. Throws `CreditNoteExists`;
 * then nothing was imported.
 */
export async function importCreditNote(
  tx: Tx,
  actor: Actor,
  now: Date,
  imported: EInvoiceImport,
  { precedingInvoices }: NonNullable<EInvoiceImport['credits']>,
  pdf: Uint8Array | null,
): Promise<CreditNoteWithLines> {
  const {
    shipping: _,
    prepaid: __,
    dueOn: ___,
    orderReference: ____,
    note: reason,
    ...document
  } = imported.invoice
  const existing = await tx.maybe(sql<{ id: string }>`
    select id from receivables.credit_notes where company_id = ${tx.companyId} and series = 'external'
      and source = ${SOURCE} and number = ${document.externalNumber}`)
  if (existing !== undefined) throw alreadyImported(document.externalNumber)
  const customer = await customerOf(tx, actor, imported)
  const invoiceId = await creditedInvoice(tx, customer.id, document.currency, precedingInvoices)
  const [payable] = invoiceId === undefined ? [] : await lockPayables(tx, [invoiceId])
  const credit = { id: newId<'crd'>(), kind: 'credit_note' as const, currency: document.currency }
  const free = payable === undefined ? 0n : freeOf(payable)
  const applied = free < imported.due ? free : imported.due
  if (payable !== undefined) await settleByCredit(tx, actor, now, credit, [{ payable, amount: applied }])
  try {
    const note = await writeCreditNote(tx, actor, now, {
      ...document,
      id: newId<'cn'>(),
      creditId: credit.id,
      customerId: customer.id,
      invoiceId: invoiceId ?? null,
      invoiceReference: precedingInvoices[0] ?? null,
      reason,
      used: applied,
      paymentId: null,
    })
    if (pdf === null) return note
    const originalId = await keepOriginal(tx, actor, note.number, pdf)
    await tx.change(sql`
      update receivables.credit_notes set original_id = ${originalId}
      where company_id = ${tx.companyId} and id = ${note.id}`)
    return { ...note, originalId }
  } catch (error) {
    // Another import of the same document came in between.
    throw violatedConstraint(error) === 'credit_notes_external_number'
      ? alreadyImported(document.externalNumber)
      : error
  }
}

/** The newest invoice of the customer that has one of the numbers. One that is void is not credited again. */
async function creditedInvoice(
  tx: Tx,
  customerId: string,
  currency: string,
  numbers: readonly string[],
): Promise<InvoiceId | undefined> {
  const found = await tx.maybe(sql<{ id: InvoiceId }>`
    select id from receivables.invoices where company_id = ${tx.companyId} and customer_id = ${customerId}
      and currency = ${currency} and number = any(${numbers}) and state = 'open' order by id desc limit 1`)
  return found?.id
}

function alreadyImported(number: string): CreditNoteExists {
  return new CreditNoteExists(`Credit note ${number} was imported before. Nothing was changed.`, {
    field: 'number',
  })
}

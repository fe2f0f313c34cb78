import { type Customer, createCustomer, matchCustomer } from '../customers/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx, violatedConstraint } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { keepOriginal } from './attachments/keep-original.ts'
import { type EInvoiceImport, SOURCE } from './einvoice/to-new-invoice.ts'
import { InvoiceExists } from './errors.ts'
import { invoiceImported, invoicePaid } from './events.ts'
import { findInvoice, type Invoice } from './invoices.queries.ts'
import { writeInvoice } from './write-invoice.ts'

/** Where a buyer is written to in French. Elsewhere the company's own language is the better guess. */
const FRENCH: ReadonlySet<string> = new Set(['FR', 'MC'])

/**
 * Imports an e-invoice that was read (`readForImport`), with its own number and its own sums. Its buyer becomes or
 * is found as a customer. What was prepaid is an opening application; one with nothing due is paid at once.
 * A PDF that it came in is kept as its original. Throws `InvoiceExists`; then nothing was imported.
 */
export async function importInvoice(
  tx: Tx,
  actor: Actor,
  now: Date,
  imported: EInvoiceImport,
  pdf: Uint8Array | null,
): Promise<Invoice> {
  const { externalNumber: number, total, currency } = imported.invoice
  const existing = await tx.maybe(sql<{ id: string }>`
    select id from receivables.invoices
    where company_id = ${tx.companyId} and series = 'external' and source = ${SOURCE} and number = ${number}`)
  if (existing !== undefined) throw alreadyImported(number)
  const customer = await customerOf(tx, actor, imported)
  const id = newId<'inv'>()
  await Promise.all([
    emit(tx, actor, invoiceImported, id, { customer_id: customer.id, total, currency, source: SOURCE }),
    ...(imported.due === 0n
      ? [emit(tx, actor, invoicePaid, id, { payment_id: null, at: now.toISOString() })]
      : []),
    writeInvoice(tx, now, { id, customerId: customer.id, ...imported.invoice }),
  ]).catch((error) => {
    // Another import of the same document came in between.
    throw violatedConstraint(error) === 'invoices_external_number' ? alreadyImported(number) : error
  })
  if (pdf !== null) {
    const originalId = await keepOriginal(tx, actor, number, pdf)
    await tx.change(sql`
      update receivables.invoices set original_id = ${originalId}
      where company_id = ${tx.companyId} and id = ${id}`)
  }
  const written = await findInvoice(tx, id)
  if (written === undefined) throw new NotFound('invoice')
  return written
}

function alreadyImported(number: string): InvoiceExists {
  return new InvoiceExists(`Invoice ${number} was imported before. Nothing was changed.`, { field: 'number' })
}

/** The customer that the buyer of an e-invoice is, or becomes. */
export async function customerOf(tx: Tx, actor: Actor, imported: EInvoiceImport): Promise<Customer> {
  const { buyerCountry } = imported
  const { name, email, taxId, addressLines } = imported.invoice.buyer
  const known = await matchCustomer(tx, { name, taxId })
  if (known !== undefined) return known
  return createCustomer(tx, actor, {
    name,
    email,
    addressLines,
    country: buyerCountry,
    language: FRENCH.has(buyerCountry ?? '') ? 'fr' : null,
    taxId,
  })
}

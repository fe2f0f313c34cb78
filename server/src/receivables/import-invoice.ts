import { type Customer, createCustomer, matchCustomer } from '../customers/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx, violatedConstraint } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { readEInvoice } from './einvoice/read-einvoice.ts'
import { type ImportedInvoice, toInvoiceDraft } from './einvoice/to-invoice-draft.ts'
import { InvoiceExists } from './errors.ts'
import { invoiceImported, invoicePaid } from './events.ts'
import { findInvoice, type Invoice, type Party } from './invoices.queries.ts'
import { type NewInvoice, writeInvoice } from './write-invoice.ts'

/** Where a buyer is written to in French. Elsewhere the company's own language is the better guess. */
const FRENCH: ReadonlySet<string> = new Set(['FR', 'MC'])

/** Where an invoice came from, with its number: the same document is imported once. */
const SOURCE = 'einvoice'

/**
 * Imports an e-invoice (UBL 2.1 or CII) with its own number and its own sums, which must agree with each other.
 * Its buyer becomes or is found as a customer. What was prepaid is an opening application; one with nothing
 * due is paid at once. Throws an `EInvoiceError` or `InvoiceExists`; then nothing was imported.
 */
export async function importInvoice(tx: Tx, actor: Actor, now: Date, document: Uint8Array): Promise<Invoice> {
  const imported = toInvoiceDraft(readEInvoice(document))
  const { number, total, currency } = imported
  const existing = await tx.maybe(sql<{ id: string }>`
    select id from receivables.invoices
    where company_id = ${tx.companyId} and series = 'external' and source = ${SOURCE} and number = ${number}`)
  if (existing !== undefined) throw alreadyImported(number)
  const customer = await customerOf(tx, actor, imported)
  const id = newId<'inv'>()
  await Promise.all([
    emit(tx, actor, invoiceImported, id, { customer_id: customer.id, total, currency, source: SOURCE }),
    ...(imported.due === 0n ? [emit(tx, actor, invoicePaid, id, { payment_id: null })] : []),
    writeInvoice(tx, now, { id, customerId: customer.id, ...toNewInvoice(imported) }),
  ]).catch((error) => {
    // Another import of the same document came in between.
    throw violatedConstraint(error) === 'invoices_external_number' ? alreadyImported(number) : error
  })
  const written = await findInvoice(tx, id)
  if (written === undefined) throw new NotFound('invoice')
  return written
}

function alreadyImported(number: string): InvoiceExists {
  return new InvoiceExists(`Invoice ${number} was imported before. Nothing was changed.`, { field: 'number' })
}

function toNewInvoice(imported: ImportedInvoice): Omit<NewInvoice, 'id' | 'customerId'> {
  return {
    externalNumber: imported.number,
    series: 'external',
    typeCode: imported.typeCode,
    source: SOURCE,
    currency: imported.currency,
    subtotal: imported.subtotal,
    allowances: imported.allowanceTotal,
    charges: imported.chargeTotal,
    shipping: 0n,
    tax: imported.taxTotal,
    rounding: imported.rounding,
    total: imported.total,
    prepaid: imported.prepaid,
    issuedOn: imported.issueDate,
    dueOn: imported.dueDate ?? null,
    orderReference: imported.orderReference ?? imported.buyerReference ?? null,
    note: imported.notes.length === 0 ? null : imported.notes.join('\n'),
    buyer: party(imported.buyer),
    seller: party(imported.seller),
    adjustments: [
      ...imported.allowances.map((entry) => ({ ...stored(entry), kind: 'allowance' as const })),
      ...imported.charges.map((entry) => ({ ...stored(entry), kind: 'charge' as const })),
    ],
    taxBreakdown: imported.taxes.map((tax) => ({
      category: tax.category,
      rate: tax.rate.toFixed(),
      name: null,
      taxable: tax.taxable.toString(),
      tax: tax.tax.toString(),
    })),
    lines: imported.lines.map((line) => ({
      description: line.name,
      quantity: line.quantity.toFixed(),
      unit: line.unitCode ?? null,
      unitPrice: line.unitPrice.toFixed(),
      taxRate: line.taxRate?.toFixed() ?? null,
      amount: line.net,
    })),
  }
}

function stored(entry: ImportedInvoice['allowances'][number]) {
  return { label: entry.reason ?? '', amount: entry.amount.toString() }
}

async function customerOf(tx: Tx, actor: Actor, { buyer }: ImportedInvoice): Promise<Customer> {
  const known = await matchCustomer(tx, { name: buyer.name, taxId: buyer.taxId ?? null })
  if (known !== undefined) return known
  return createCustomer(tx, actor, {
    name: buyer.name,
    email: buyer.email ?? null,
    addressLines: party(buyer).addressLines,
    country: buyer.country ?? null,
    language: FRENCH.has(buyer.country ?? '') ? 'fr' : null,
    taxId: buyer.taxId ?? null,
  })
}

function party(from: ImportedInvoice['buyer']): Party {
  const place = [from.postcode, from.city].filter(Boolean).join(' ')
  return {
    name: from.name,
    addressLines: [...from.addressLines, place, from.country].filter((line): line is string => Boolean(line)),
    email: from.email ?? null,
    taxId: from.taxId ?? null,
  }
}

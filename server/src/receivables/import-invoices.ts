import type { CustomerId } from '../customers/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx, violatedConstraint } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import type { CsvInvoice } from './csv/to-invoices.ts'
import { InvoiceExists } from './errors.ts'
import { invoiceImported, invoicePaid } from './events.ts'
import { type ImportedList, importDocuments } from './import-documents.ts'
import type { InvoiceId } from './invoices.queries.ts'
import { writeInvoice } from './write-invoice.ts'

const AT_ONCE = 100

/** Imports the invoices of a file. As opening balances they are owed against 3000. */
export function importInvoices(
  tx: Tx,
  actor: Actor,
  now: Date,
  file: { source: string; invoices: readonly CsvInvoice[]; isDryRun: boolean; isOpening: boolean },
): Promise<ImportedList<InvoiceId>> {
  const { source, invoices, isDryRun, isOpening } = file
  return importDocuments(
    tx,
    actor,
    { source, documents: invoices, isDryRun },
    {
      known: (numbers) =>
        tx.many(sql<{ number: string }>`
        select number from receivables.invoices
        where company_id = ${tx.companyId} and series = 'external' and source = ${source} and number = any(${numbers})`),
      write: (customerId, each) => write(tx, actor, now, customerId, each, isOpening),
      atOnce: AT_ONCE,
    },
  )
}

async function write(
  tx: Tx,
  actor: Actor,
  now: Date,
  customerId: CustomerId,
  { invoice, due }: CsvInvoice,
  isOpening: boolean,
): Promise<InvoiceId> {
  const id = newId<'inv'>()
  const { total, currency, externalNumber: number } = invoice
  const source = invoice.source ?? ''
  await Promise.all([
    emit(tx, actor, invoiceImported, id, { customer_id: customerId, total, currency, source }),
    ...(due === 0n ? [emit(tx, actor, invoicePaid, id, { payment_id: null, at: now.toISOString() })] : []),
    writeInvoice(tx, now, { id, customerId, ...invoice, isOpening }),
  ]).catch((error) => {
    if (violatedConstraint(error) !== 'invoices_external_number') throw error
    throw new InvoiceExists(
      `Another import brought invoice ${number} at the same time. Nothing of this file was imported; send it again.`,
      { field: 'number' },
    )
  })
  return id
}

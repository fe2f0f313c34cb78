import type { CustomerId } from '../customers/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx, violatedConstraint } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { bringCustomers, keyOf } from './bring-customers.ts'
import type { CsvInvoice } from './csv/to-invoices.ts'
import { InvoiceExists } from './errors.ts'
import { invoiceImported, invoicePaid } from './events.ts'
import type { InvoiceId } from './invoices.queries.ts'
import { writeInvoice } from './write-invoice.ts'

/** What a file of documents brought. */
export interface ImportedList<Id> {
  imported: { id: Id | null; number: string }[]
  /** Numbers that this source had brought before: they stay as they are. */
  known: string[]
  customersCreated: number
}

/** So many are on their way at once: more only wait for each other. */
const AT_ONCE = 100

/**
 * Imports the invoices of a file, all of them or none. Those whose number its source had brought before are left
 * alone, so a file may be sent again and again. With `isDryRun` nothing is written, and the answer is the same but for
 * the ids. As opening balances they are owed against 3000.
 */
export async function importInvoices(
  tx: Tx,
  actor: Actor,
  now: Date,
  file: { source: string; invoices: readonly CsvInvoice[]; isDryRun: boolean; isOpening: boolean },
): Promise<ImportedList<InvoiceId>> {
  const { source, isDryRun, isOpening } = file
  const known = await knownNumbers(tx, source, file.invoices)
  const fresh = file.invoices.filter(({ invoice }) => !known.has(invoice.externalNumber))
  const customers = await bringCustomers(
    tx,
    actor,
    source,
    fresh.map(({ customer }) => customer),
    isDryRun,
  )
  const imported: ImportedList<InvoiceId>['imported'] = []
  for (let start = 0; start < fresh.length; start += AT_ONCE) {
    const written = fresh.slice(start, start + AT_ONCE).map(async (each) => {
      const number = each.invoice.externalNumber
      const customerId = customers.ids.get(keyOf(each.customer))
      if (isDryRun || customerId === undefined) return { id: null, number }
      return { id: await write(tx, actor, now, customerId, each, isOpening), number }
    })
    imported.push(...(await Promise.all(written)))
  }
  return { imported, known: [...known], customersCreated: customers.created }
}

async function knownNumbers(
  tx: Tx,
  source: string,
  invoices: readonly CsvInvoice[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.many(sql<{ number: string }>`
    select number from receivables.invoices
    where company_id = ${tx.companyId} and series = 'external' and source = ${source}
      and number = any(${invoices.map(({ invoice }) => invoice.externalNumber)})`)
  return new Set(rows.map(({ number }) => number))
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

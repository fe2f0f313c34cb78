import type { Actor } from '../lib/actor.ts'
import { sql, type Tx, violatedConstraint } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'
import { bringCustomers, keyOf } from './bring-customers.ts'
import type { CreditNoteId } from './credit-notes.queries.ts'
import type { CsvInvoice } from './csv/to-invoices.ts'
import { CreditNoteExists } from './errors.ts'
import type { ImportedList } from './import-invoices.ts'
import { writeCreditNote } from './write-credit-note.ts'

/**
 * Imports the credits of a file, all of them or none: each becomes a credit note of its own number, and is open. Those
 * whose number its source had brought before are left alone. With `isDryRun` nothing is written, and the answer is the
 * same but for the ids. As opening balances they are owed against 3000.
 */
export async function importCredits(
  tx: Tx,
  actor: Actor,
  now: Date,
  file: { source: string; credits: readonly CsvInvoice[]; isDryRun: boolean; isOpening: boolean },
): Promise<ImportedList<CreditNoteId>> {
  const { source, isDryRun, isOpening } = file
  const known = await knownNumbers(tx, source, file.credits)
  const fresh = file.credits.filter(({ invoice }) => !known.has(invoice.externalNumber))
  const customers = await bringCustomers(
    tx,
    actor,
    source,
    fresh.map(({ customer }) => customer),
    isDryRun,
  )
  const imported: ImportedList<CreditNoteId>['imported'] = []
  for (const { customer, invoice } of fresh) {
    const {
      shipping: _,
      prepaid: __,
      dueOn: ___,
      orderReference: ____,
      terms: _____,
      note,
      ...document
    } = invoice
    const customerId = customers.ids.get(keyOf(customer))
    const number = invoice.externalNumber
    if (isDryRun || customerId === undefined) {
      imported.push({ id: null, number })
      continue
    }
    const written = await writeCreditNote(tx, actor, now, {
      ...document,
      id: newId<'cn'>(),
      creditId: newId<'crd'>(),
      typeCode: '381',
      customerId,
      invoiceId: null,
      invoiceReference: null,
      reason: note,
      used: 0n,
      paymentId: null,
      isOpening,
    }).catch((error) => {
      if (violatedConstraint(error) !== 'credit_notes_external_number') throw error
      throw new CreditNoteExists(
        `Another import brought credit ${number} at the same time. Nothing of this file was imported; send it again.`,
        { field: 'number' },
      )
    })
    imported.push({ id: written.id, number })
  }
  return { imported, known: [...known], customersCreated: customers.created }
}

async function knownNumbers(
  tx: Tx,
  source: string,
  credits: readonly CsvInvoice[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.many(sql<{ number: string }>`
    select number from receivables.credit_notes
    where company_id = ${tx.companyId} and series = 'external' and source = ${source}
      and number = any(${credits.map(({ invoice }) => invoice.externalNumber)})`)
  return new Set(rows.map(({ number }) => number))
}

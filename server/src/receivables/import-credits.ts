import type { CustomerId } from '../customers/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx, violatedConstraint } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'
import type { CreditNoteId } from './credit-notes.queries.ts'
import type { CsvInvoice } from './csv/to-invoices.ts'
import { CreditNoteExists } from './errors.ts'
import { type ImportedList, importDocuments } from './import-documents.ts'
import { writeCreditNote } from './write-credit-note.ts'

/**
 * Imports the credits of a file: each becomes a credit note of its own number, and is open. As opening balances they are
 * owed against 3000.
 */
export function importCredits(
  tx: Tx,
  actor: Actor,
  now: Date,
  file: { source: string; credits: readonly CsvInvoice[]; isDryRun: boolean; isOpening: boolean },
): Promise<ImportedList<CreditNoteId>> {
  const { source, credits, isDryRun, isOpening } = file
  return importDocuments(
    tx,
    actor,
    { source, documents: credits, isDryRun },
    {
      known: (numbers) =>
        tx.many(sql<{ number: string }>`
        select number from receivables.credit_notes
        where company_id = ${tx.companyId} and series = 'external' and source = ${source} and number = any(${numbers})`),
      write: (customerId, each) => write(tx, actor, now, customerId, each, isOpening),
      atOnce: 1,
    },
  )
}

async function write(
  tx: Tx,
  actor: Actor,
  now: Date,
  customerId: CustomerId,
  { invoice }: CsvInvoice,
  isOpening: boolean,
): Promise<CreditNoteId> {
  const {
    shipping: _,
    prepaid: __,
    dueOn: ___,
    orderReference: ____,
    terms: _____,
    note,
    ...document
  } = invoice
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
      `Another import brought credit ${invoice.externalNumber} at the same time. Nothing of this file was imported; send it again.`,
      { field: 'number' },
    )
  })
  return written.id
}

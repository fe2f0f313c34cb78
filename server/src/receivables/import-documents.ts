import type { CustomerId } from '../customers/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { bringCustomers, keyOf } from './bring-customers.ts'
import type { CsvInvoice } from './csv/to-invoices.ts'

/** What a file of documents brought. */
export interface ImportedList<Id> {
  imported: { id: Id | null; number: string }[]
  /** Numbers that this source had brought before: they stay as they are. */
  known: string[]
  customersCreated: number
}

export interface DocumentFile {
  source: string
  documents: readonly CsvInvoice[]
  isDryRun: boolean
}

interface Kind<Id> {
  /** Which of these numbers its source had brought before. */
  known: (numbers: readonly string[]) => Promise<readonly { number: string }[]>
  write: (customerId: CustomerId, document: CsvInvoice) => Promise<Id>
  /** So many are on their way at once: more only wait for each other. */
  atOnce: number
}

/**
 * Imports the documents of a file, all of them or none. Those whose number its source had brought before are left alone,
 * so a file may be sent again and again. As a dry run nothing is written, and the answer is the same but for the ids.
 */
export async function importDocuments<Id>(
  tx: Tx,
  actor: Actor,
  { source, documents, isDryRun }: DocumentFile,
  { known: find, write, atOnce }: Kind<Id>,
): Promise<ImportedList<Id>> {
  const found = await find(documents.map(({ invoice }) => invoice.externalNumber))
  const known = new Set(found.map(({ number }) => number))
  const fresh = documents.filter(({ invoice }) => !known.has(invoice.externalNumber))
  const wanted = fresh.map(({ customer }) => customer)
  const customers = await bringCustomers(tx, actor, source, wanted, isDryRun)
  const imported: ImportedList<Id>['imported'] = []
  for (let start = 0; start < fresh.length; start += atOnce) {
    const written = fresh.slice(start, start + atOnce).map(async (each) => {
      const number = each.invoice.externalNumber
      const customerId = customers.ids.get(keyOf(each.customer))
      if (isDryRun || customerId === undefined) return { id: null, number }
      return { id: await write(customerId, each), number }
    })
    imported.push(...(await Promise.all(written)))
  }
  return { imported, known: [...known], customersCreated: customers.created }
}

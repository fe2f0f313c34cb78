import { type Static, Type } from 'typebox'
import { toWireId } from '../lib/ids.ts'
import { nullable, wireId } from '../lib/schemas.ts'
import type { CreditNoteId } from './credit-notes.queries.ts'
import type { CsvFile } from './csv/read-csv.ts'
import type { ImportedList } from './import-documents.ts'
import type { InvoiceId } from './invoices.queries.ts'

const common = {
  dry_run: Type.Boolean(),
  source: Type.String(),
  encoding: Type.String({ description: 'What the file was read as: utf-8, utf-16le or windows-1252.' }),
  lines: Type.Integer({ description: 'Lines of the file, without its heading.' }),
  already_imported: Type.Array(Type.String(), {
    description: 'Numbers that this source had brought before; they stay as they are.',
  }),
  customers_created: Type.Integer(),
  ignored_columns: Type.Array(Type.String()),
}

export const InvoiceImportWire = Type.Object(
  {
    object: Type.Literal('invoice_import'),
    ...common,
    imported: Type.Array(Type.Object({ id: nullable(wireId('inv')), number: Type.String() })),
  },
  { $id: 'InvoiceImport' },
)
export const CreditImportWire = Type.Object(
  {
    object: Type.Literal('credit_import'),
    ...common,
    imported: Type.Array(Type.Object({ id: nullable(wireId('cn')), number: Type.String() })),
  },
  { $id: 'CreditImport' },
)

type How = { source: string; isDryRun: boolean }

export function invoicesToWire(
  file: CsvFile,
  how: How,
  done: ImportedList<InvoiceId>,
): Static<typeof InvoiceImportWire> {
  return { object: 'invoice_import', ...commonToWire('inv', file, how, done) }
}

export function creditsToWire(
  file: CsvFile,
  how: How,
  done: ImportedList<CreditNoteId>,
): Static<typeof CreditImportWire> {
  return { object: 'credit_import', ...commonToWire('cn', file, how, done) }
}

function commonToWire(
  kind: 'inv' | 'cn',
  file: CsvFile,
  { source, isDryRun }: How,
  done: ImportedList<string>,
) {
  return {
    dry_run: isDryRun,
    source,
    encoding: file.encoding,
    lines: file.lines,
    imported: done.imported.map(({ id, number }) => ({
      id: id === null ? null : toWireId(kind, id),
      number,
    })),
    already_imported: done.known,
    customers_created: done.customersCreated,
    ignored_columns: [...file.ignoredColumns],
  }
}

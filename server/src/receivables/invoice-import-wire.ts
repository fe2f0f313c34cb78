import { type Static, Type } from 'typebox'
import { toWireId } from '../lib/ids.ts'
import { nullable, wireId } from '../lib/schemas.ts'
import type { CsvFile } from './csv/read-csv.ts'
import type { ImportedInvoices } from './import-invoices.ts'

export const InvoiceImportWire = Type.Object(
  {
    object: Type.Literal('invoice_import'),
    dry_run: Type.Boolean(),
    source: Type.String(),
    encoding: Type.String({ description: 'What the file was read as: utf-8, utf-16le or windows-1252.' }),
    lines: Type.Integer({ description: 'Lines of the file, without its heading.' }),
    imported: Type.Array(Type.Object({ id: nullable(wireId('inv')), number: Type.String() })),
    already_imported: Type.Array(Type.String(), {
      description: 'Numbers that this source had brought before; they stay as they are.',
    }),
    customers_created: Type.Integer(),
    ignored_columns: Type.Array(Type.String()),
  },
  { $id: 'InvoiceImport' },
)

export function importToWire(
  file: CsvFile,
  { source, isDryRun }: { source: string; isDryRun: boolean },
  done: ImportedInvoices,
): Static<typeof InvoiceImportWire> {
  return {
    object: 'invoice_import',
    dry_run: isDryRun,
    source,
    encoding: file.encoding,
    lines: file.lines,
    imported: done.imported.map(({ id, number }) => ({
      id: id === null ? null : toWireId('inv', id),
      number,
    })),
    already_imported: done.known,
    customers_created: done.customersCreated,
    ignored_columns: [...file.ignoredColumns],
  }
}

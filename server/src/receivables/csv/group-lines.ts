import type { CsvTable } from '../../lib/csv/decode-csv.ts'
import type { RefusedLine } from '../../lib/csv/errors.ts'

/** The columns that are read; docs/import-csv.md tells what each means. */
export const COLUMNS = [
  'number',
  'issued_on',
  'due_on',
  'currency',
  'customer_id',
  'customer_name',
  'customer_email',
  'customer_tax_id',
  'description',
  'quantity',
  'unit',
  'unit_price',
  'tax_rate',
  'prepaid',
  'total',
  'order_reference',
  'note',
] as const
export type Column = (typeof COLUMNS)[number]

export type Line = { readonly line: number; readonly cell: (column: Column) => string }

/** A line that cannot be taken, and why. */
export class LineRefused extends Error {
  readonly refused: RefusedLine

  constructor(
    line: number,
    column: Column | null,
    code: string,
    message: string,
    values: RefusedLine['values'] = {},
  ) {
    super(message)
    this.refused = { line, column, code, message, values }
  }
}

/** The lines of each number, in the order of the file; those without one are refused. */
export function grouped(table: CsvTable, refused: RefusedLine[]): Line[][] {
  const at = new Map(table.heading.map((name, index) => [name, index]))
  const groups = new Map<string, Line[]>()
  for (const { line, cells } of table.rows) {
    const cell = (column: Column) => cells[at.get(column) ?? -1]?.trim() ?? ''
    if (cells.length > table.heading.length) {
      const message = `The line has ${cells.length} cells, the heading ${table.heading.length}.`
      const values = { cells: cells.length, heading: table.heading.length }
      refused.push({ line, column: null, code: 'too_many_cells', message, values })
    } else if (cell('number') === '') {
      refused.push({ line, column: 'number', code: 'missing', message: 'There is no invoice number.' })
    } else {
      const number = cell('number')
      groups.set(number, [...(groups.get(number) ?? []), { line, cell }])
    }
  }
  return [...groups.values()]
}

import { answerTasks } from '../../lib/answer-tasks.ts'
import { decodeCsv } from '../../lib/csv/decode-csv.ts'
import { COLUMNS } from './group-lines.ts'
import type { CsvAnswer, CsvTask } from './read-csv.ts'
import { toInvoices } from './to-invoices.ts'

const KNOWN: ReadonlySet<string> = new Set(COLUMNS)
const NEEDED = ['number', 'issued_on', 'unit_price']

answerTasks(({ bytes, defaults }: CsvTask): CsvAnswer => {
  const table = decodeCsv(bytes)
  if ('message' in table) return { fault: table }
  const missing = NEEDED.filter((column) => !table.heading.includes(column))
  const twice = table.heading.find((name, index) => name !== '' && table.heading.indexOf(name) !== index)
  if (missing.length > 0)
    return { fault: { line: 1, message: `The heading has no column ${missing.join(', ')}.` } }
  if (twice !== undefined) return { fault: { line: 1, message: `The heading has ${twice} twice.` } }
  return {
    ...toInvoices(table, defaults),
    encoding: table.encoding,
    lines: table.rows.length,
    ignoredColumns: table.heading.filter((name) => !KNOWN.has(name)).map((name) => name.slice(0, 100)),
  }
})

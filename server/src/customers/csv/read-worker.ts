import { answerTasks } from '../../lib/answer-tasks.ts'
import { decodeCsv } from '../../lib/csv/decode-csv.ts'
import type { CustomersAnswer, CustomersTask } from './read-customers.ts'
import { COLUMNS, toCustomers } from './to-customers.ts'

const KNOWN: ReadonlySet<string> = new Set(COLUMNS)

answerTasks(({ bytes, source }: CustomersTask): CustomersAnswer => {
  const table = decodeCsv(bytes)
  if ('message' in table) return { fault: table }
  const twice = table.heading.find((name, index) => name !== '' && table.heading.indexOf(name) !== index)
  if (!table.heading.includes('name'))
    return { fault: { line: 1, message: 'The heading has no column name.' } }
  if (twice !== undefined) return { fault: { line: 1, message: `The heading has ${twice} twice.` } }
  return {
    ...toCustomers(table, source),
    encoding: table.encoding,
    lines: table.rows.length,
    ignoredColumns: table.heading.filter((name) => !KNOWN.has(name)).map((name) => name.slice(0, 100)),
  }
})

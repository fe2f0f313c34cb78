import { plainMoney } from '../../../words/index.ts'
import type { Foreseen } from './preview.tsx'

/** What a spreadsheet would take for a formula: names are anybody's. As the server's own files do it. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

const COLUMNS: Readonly<Record<string, (row: Foreseen) => string>> = {
  day: (row) => row.local_day,
  time: (row) => row.local_time,
  time_zone: (row) => row.time_zone,
  customer: (row) => textCell(row.customer_name),
  invoice: (row) => textCell(row.number),
  step: (row) => String(row.step),
  amount: (row) => plainMoney(row.amount, row.currency, 'en-US'),
  currency: (row) => row.currency,
  to: (row) => textCell(row.to ?? ''),
  outcome: (row) => row.outcome,
  reason: (row) => row.reason ?? '',
  mail: (row) => String(row.mail ?? ''),
}

/** The rows as a CSV file (RFC 4180), which Excel takes for UTF-8. */
export function previewCsv(rows: readonly Foreseen[]): string {
  const lines = [Object.keys(COLUMNS), ...rows.map((row) => Object.values(COLUMNS).map((cell) => cell(row)))]
  return `\ufeff${lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`
}

function textCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

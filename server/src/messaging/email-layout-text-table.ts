import type { EmailTable } from './email-content.ts'
import { displayWidth, onOneLine, wrapText } from './email-layout-wrap.ts'

type Column = { align: 'left' | 'right'; width: number }
const GAP = '  '
const LEAST_WORDY_WIDTH = 16

/** Aligned columns where they fit, the first one wrapped if need be; else each cell on a line of its own. */
export function writeTextTable(table: EmailTable, width: number): string[] {
  const flat: EmailTable = {
    columns: table.columns.map(({ label, align }) => ({ label: onOneLine(label), align })),
    rows: table.rows.map((row) => row.map(onOneLine)),
    total: table.total && { label: onOneLine(table.total.label), value: onOneLine(table.total.value) },
  }
  const columns = fitColumns(flat, width)
  return columns === undefined ? inLines(flat, width) : inColumns(flat, columns)
}

/** The columns with their widths, or undefined where `width` does not hold them. */
function fitColumns({ columns, rows, total }: EmailTable, width: number): Column[] | undefined {
  const labels = columns.map(({ label }) => label)
  const fitted = columns.map(({ align }, index) => ({
    align,
    width: Math.max(...[labels, ...rows].map((row) => displayWidth(row[index] ?? ''))),
  }))
  const [first] = fitted
  const last = fitted.at(-1)
  if (first === undefined || last === undefined) return undefined
  if (total && last !== first) last.width = Math.max(last.width, displayWidth(total.value))
  const excess = widthOf(fitted) - width
  if (excess <= 0) return fitted
  const words = [labels, ...rows].flatMap((row) => (row[0] ?? '').split(' ')).map(displayWidth)
  const narrowed = first.width - excess
  if (first.align !== 'left' || narrowed < Math.max(LEAST_WORDY_WIDTH, ...words)) return undefined
  first.width = narrowed
  return fitted
}

function widthOf(columns: Column[]): number {
  return columns.reduce((sum, column) => sum + column.width, GAP.length * (columns.length - 1))
}

function inColumns({ columns, rows, total }: EmailTable, fitted: Column[]): string[] {
  const labels = columns.map(({ label }) => label)
  const width = Math.max(
    widthOf(fitted),
    total ? displayWidth(total.label) + GAP.length + displayWidth(total.value) : 0,
  )
  const rule = '-'.repeat(width)
  return [
    ...(labels.some((label) => label.trim() !== '') ? [...rowLines(labels, fitted), rule] : []),
    ...rows.flatMap((row) => rowLines(row, fitted)),
    ...(total ? [rule, pad(total.label, width - displayWidth(total.value), 'left') + total.value] : []),
  ]
}

/** A wrapped first cell has its row's figures beside its last line, so that its words stay together. */
function rowLines(row: string[], columns: Column[]): string[] {
  const [first, ...others] = columns
  const lines = wrapText(row[0] ?? '', first?.width ?? 0)
  const end = others.map(({ align, width }, index) => GAP + pad(row[index + 1] ?? '', width, align)).join('')
  const lastLine = pad(lines.pop() ?? '', first?.width ?? 0, first?.align ?? 'left')
  return [...lines, lastLine + end]
}

function inLines({ columns, rows, total }: EmailTable, width: number): string[] {
  const lines = rows.flatMap((row) => [
    ...row.flatMap((cell, index) => {
      const label = columns[index]?.label.trim() ?? ''
      return cell.trim() === '' ? [] : wrapText(label === '' ? cell : `${label}: ${cell}`, width)
    }),
    '',
  ])
  if (total) return [...lines, ...wrapText(`${total.label}: ${total.value}`, width)]
  return lines.slice(0, -1)
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const missing = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'right' ? missing + text : text + missing
}

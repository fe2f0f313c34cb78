import type { Figures } from './figures.ts'
import type { InvoiceDocument, InvoiceLine } from './invoice-document.ts'
import { widthOf } from './shape-text.ts'
import { baseline, COLOR, lineHeight, MARGIN, type Sheet } from './sheet.ts'
import type { Say } from './words.ts'
import { wrapText } from './wrap-text.ts'

const SIZE = 9
const HEAD_SIZE = 8
const GAP = 14
const PADDING = 4
const MAX_FIGURE_WIDTH = 96
const HEAD_HEIGHT = 20

type Column = {
  readonly head: readonly string[]
  readonly x: number
  readonly width: number
  readonly isFigure: boolean
}
type Cell = { readonly lines: readonly string[]; readonly size: number }

/** The lines of an invoice. */
export function drawLineTable(sheet: Sheet, say: Say, figures: Figures, invoice: InvoiceDocument): void {
  drawTable(
    sheet,
    headsOf(say, invoice),
    invoice.lines.map((line) => cellsOf(line, figures)),
  )
}

/** A table: words on the left, figures on the right; the head again on each page, no row over two pages unless it is longer than one. */
export function drawTable(sheet: Sheet, heads: readonly string[], texts: readonly string[][]): void {
  const columns = layOut(sheet, heads, texts)
  const rows = texts.map((row) => columns.map((column, index) => fitCell(row[index] ?? '', column)))
  const first = rows[0]
  sheet.keep(HEAD_HEIGHT + (first === undefined ? 0 : Math.min(rowHeight(first), 200)))
  drawHead(sheet, columns)
  for (const row of rows) drawRow(sheet, columns, row)
}

function headsOf(say: Say, invoice: InvoiceDocument): string[] {
  return [
    say('description'),
    say('quantity'),
    say('unitPrice'),
    say('tax'),
    say('amountIn', { currency: invoice.currency }),
  ]
}

function cellsOf(line: InvoiceLine, figures: Figures): string[] {
  const quantity = line.quantity === null ? '' : figures.quantity(line.quantity)
  return [
    line.description,
    quantity !== '' && line.unit ? `${quantity} ${line.unit}` : quantity,
    line.unitPrice === null ? '' : figures.unitPrice(line.unitPrice),
    line.taxRate === undefined ? '' : figures.percent(line.taxRate),
    figures.plainMoney(line.amount),
  ]
}

/** Figures take what the widest of them needs, up to a limit; the description has the rest. Empty columns go. */
function layOut(sheet: Sheet, heads: readonly string[], texts: readonly string[][]): Column[] {
  const widths = heads.map((head, index) => {
    if (index === 0) return 0
    if (index < heads.length - 1 && texts.every((row) => row[index] === '')) return undefined
    const widest = texts.reduce((most, row) => Math.max(most, widthOf(row[index] ?? '', 'regular', SIZE)), 0)
    return Math.min(MAX_FIGURE_WIDTH, Math.max(widest, widthOf(head, 'semibold', HEAD_SIZE)))
  })
  const columns: Column[] = []
  let right = sheet.right
  for (let index = heads.length - 1; index > 0; index--) {
    const width = widths[index]
    const head = heads[index] ?? ''
    if (width === undefined) columns.unshift({ head: [], x: right, width: 0, isFigure: true })
    else {
      columns.unshift({ head: [head], x: right, width, isFigure: true })
      right -= width + GAP
    }
  }
  columns.unshift({ head: [heads[0] ?? ''], x: sheet.left, width: right - sheet.left, isFigure: false })
  return columns
}

/** A figure too wide for its column gets smaller rather than broken: half a figure is another figure. */
function fitCell(text: string, column: Column): Cell {
  if (!column.isFigure) return { lines: wrapText(text, 'regular', SIZE, column.width), size: SIZE }
  if (text === '') return { lines: [], size: SIZE }
  const width = widthOf(text, 'regular', SIZE)
  if (width <= column.width) return { lines: [text], size: SIZE }
  if (width <= column.width * 1.5) return { lines: [text], size: (SIZE * column.width) / width }
  return { lines: wrapText(text, 'regular', SIZE * 0.7, column.width), size: SIZE * 0.7 }
}

function drawHead(sheet: Sheet, columns: readonly Column[]): void {
  for (const { head, x, isFigure } of columns) {
    const style = {
      size: HEAD_SIZE,
      weight: 'semibold',
      color: COLOR.quiet,
      align: isFigure ? 'right' : 'left',
    } as const
    sheet.lines(head, x, sheet.y, style)
  }
  sheet.y += HEAD_HEIGHT - 4
  sheet.rule(sheet.y)
  sheet.y += 2
}

function rowHeight(row: readonly Cell[]): number {
  return (
    Math.max(lineHeight(SIZE), ...row.map(({ lines, size }) => lines.length * lineHeight(size))) + 2 * PADDING
  )
}

function drawRow(sheet: Sheet, columns: readonly Column[], row: readonly Cell[]): void {
  const height = rowHeight(row)
  if (height > sheet.bottom - MARGIN - HEAD_HEIGHT) {
    drawLongRow(sheet, columns, row)
    return
  }
  if (sheet.keep(height)) drawHead(sheet, columns)
  drawCells(sheet, columns, row)
  sheet.y += height
  sheet.rule(sheet.y)
}

function drawCells(sheet: Sheet, columns: readonly Column[], row: readonly Cell[]): void {
  row.forEach(({ lines, size }, index) => {
    const column = columns[index]
    if (column === undefined) return
    // Figures of any size stand on the first line's baseline.
    const top = sheet.y + PADDING + baseline(SIZE) - baseline(size)
    sheet.lines(lines, column.x, top, { size, align: column.isFigure ? 'right' : 'left' })
  })
}

/** A row that no page can hold goes on over pages, its figures beside its beginning. */
function drawLongRow(sheet: Sheet, columns: readonly Column[], row: readonly Cell[]): void {
  let rest = row
  while (rest.some(({ lines }) => lines.length > 0)) {
    const free = sheet.bottom - sheet.y - 2 * PADDING
    if (free < 3 * lineHeight(SIZE)) {
      sheet.nextPage()
      drawHead(sheet, columns)
      continue
    }
    const room = ({ size }: Cell): number => Math.floor(free / lineHeight(size))
    const now = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(0, room(cell)) }))
    rest = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(room(cell)) }))
    drawCells(sheet, columns, now)
    sheet.y += rowHeight(now)
  }
  sheet.rule(sheet.y)
}

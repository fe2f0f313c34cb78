import type { Currency } from '../currencies.ts'
import { toDecimalString } from '../money.ts'

/** What a cell of a CSV file holds; null and undefined are empty. A number is written as it is. */
export type Cell = string | number | null | undefined

/** What a spreadsheet would take for a formula when it opens the file, wide signs too; or what was one and is defused. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

/**
 * One line by RFC 4180. Text that a spreadsheet would run as a formula is opened by an apostrophe, which makes it text
 * again: names and references are anybody's. `plainText` takes it away where such a file comes back.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const text = FORMULA.test(cell) && !isAmount(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The text of a cell of a file that `csvLine` wrote. */
export function plainText(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
}

/** An amount below zero begins with a minus and is no formula. */
function isAmount(cell: string): boolean {
  return /^-\d+(\.\d+)?$/.test(cell)
}

/** An amount as the API has it, in major units with a point: `1234.50`. Its currency stands in a cell of its own. */
export function amountCell(amount: number, currency: string): string {
  return toDecimalString(BigInt(amount), currency.toUpperCase() as Currency)
}

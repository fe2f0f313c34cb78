import type { Delimiter } from '../../lib/csv/decode-csv.ts'
import { type Decimal, parseDecimal } from '../../lib/decimal.ts'
import { textFault } from '../../lib/text.ts'

/** Why a cell cannot be taken. */
export class CellRefused extends Error {
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>

  constructor(code: string, message: string, values: CellRefused['values'] = {}) {
    super(message)
    this.code = code
    this.values = values
  }
}

export function readText(text: string, maxLength: number): string {
  const fault = textFault(text, maxLength)
  if (fault === 'length') {
    throw new CellRefused('too_long', `It is longer than ${maxLength} characters.`, { most: maxLength })
  }
  if (fault !== undefined) throw new CellRefused('not_text', 'It has characters that no text needs.')
  return text
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?)?$/
const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})$/

/** An ISO day; a time after it is left off. What may be two days is not guessed. */
export function readDate(text: string): string {
  const day = ISO.exec(text)?.[1]
  if (day !== undefined && isDay(day)) return day
  const [, first, second] = SLASHED.exec(text) ?? []
  if (first !== undefined && Number(first) <= 12 && Number(second) <= 12) {
    throw new CellRefused(
      'date_ambiguous',
      `${text} may be two days, by which of its numbers is the month. Write it as YYYY-MM-DD.`,
      { text },
    )
  }
  throw new CellRefused('date_not_read', 'It is not a day such as 2026-02-28 (YYYY-MM-DD).')
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** A number with a point, or with a comma, and spaces or the other one between its thousands: 1 234,56. */
export function readNumber(text: string, delimiter: Delimiter): Decimal {
  const plain = text.replace(/[\s\u00a0\u202f'’]/g, '')
  const normal = normalized(plain, delimiter)
  if (normal === undefined) {
    throw new CellRefused('number_not_read', 'It is not a number such as 1234.56 or 1 234,56.')
  }
  return parseDecimal(normal)
}

function normalized(text: string, delimiter: Delimiter): string | undefined {
  if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(text)) return text.replaceAll(',', '')
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(text)) return text.replaceAll('.', '').replace(',', '.')
  // Where commas stand between cells, a comma and three digits may be thousands; where semicolons do, a point may.
  const thousands = delimiter === ';' ? '.' : ','
  if (new RegExp(`^-?[1-9]\\d{0,2}(\\${thousands}\\d{3})+$`).test(text)) {
    const [whole, fraction] = [
      text.replace(thousands, ''),
      `${text.replace(thousands, delimiter === ';' ? ',' : '.')}0`,
    ]
    throw new CellRefused(
      'number_ambiguous',
      `It may mean thousands or a fraction. Write ${whole} or ${fraction}.`,
      { whole, fraction },
    )
  }
  return /^-?\d+([.,]\d+)?$/.test(text) ? text.replace(',', '.') : undefined
}

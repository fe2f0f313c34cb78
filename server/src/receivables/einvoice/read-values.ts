import { type Decimal, isDecimalText, parseDecimal } from '../../lib/decimal.ts'
import { textFault } from '../../lib/text.ts'
import { EInvoiceFieldInvalid } from './errors.ts'
import { pathOf, type XmlNode } from './xml-tree.ts'

const MAX_TEXT_LENGTH = 10_000
const MAX_CODE_LENGTH = 500

const MAX_NUMBER_LENGTH = 100
const WHITE_SPACE = ' \t\r\n'

const FAULTS = {
  control: 'holds a control character',
  surrogate: 'holds half a character',
  length: 'is too long',
}

/** A text as it stands, to the byte; undefined where the element is absent or holds only white space. */
export function text(node: XmlNode | undefined): string | undefined {
  return checked(node, node?.text, MAX_TEXT_LENGTH)
}

/** An identifier or code: white space around it is layout of the file. */
export function code(node: XmlNode | undefined): string | undefined {
  return checked(node, node && trim(node.text), MAX_CODE_LENGTH)
}

export function attribute(node: XmlNode | undefined, name: string): string | undefined {
  const value = node?.attributes.get(name)
  return checked(node, value === undefined ? undefined : trim(value), MAX_CODE_LENGTH)
}

export function texts(nodes: readonly XmlNode[]): string[] {
  return nodes.map(text).filter((each) => each !== undefined)
}

/** An xs:decimal: plain notation, where `+1`, `.5` and `5.` are allowed and exponents are not. */
export function decimal(node: XmlNode | undefined): Decimal | undefined {
  if (!node) return undefined
  const value = trim(node.text).slice(0, MAX_NUMBER_LENGTH)
  const [, sign = '', whole = '', , fraction = ''] = /^([+-]?)(\d*)(\.(\d*))?$/.exec(value) ?? []
  const digits = (whole || '0').replace(/^0+(?=\d)/, '')
  const plain = `${sign === '-' ? '-' : ''}${digits}${fraction ? `.${fraction.replace(/0+$/, '') || '0'}` : ''}`
  if (!(whole || fraction) || !isDecimalText(plain) || value.length === MAX_NUMBER_LENGTH)
    throw refuse(node, 'is not a decimal number', value)
  return parseDecimal(plain)
}

/** xs:boolean. */
export function flag(node: XmlNode | undefined): boolean | undefined {
  if (!node) return undefined
  const value = trim(node.text)
  if (value === 'true' || value === '1') return true
  if (value === 'false' || value === '0') return false
  throw refuse(node, 'is neither true nor false', value)
}

/** A day: xs:date, whose time zone says nothing about an invoice's day; or UN/CEFACT's format 102, `20191231`. */
export function date(node: XmlNode | undefined): string | undefined {
  if (!node) return undefined
  const value = trim(node.text)
  const format = node.attributes.get('format')
  const pattern =
    format === undefined ? /^(\d{4})-(\d\d)-(\d\d)(?:Z|[+-]\d\d:\d\d)?$/ : /^(\d{4})(\d\d)(\d\d)$/
  const [, year, month, day] = pattern.exec(value) ?? []
  const isoDay = `${year}-${month}-${day}`
  if ((format !== undefined && format !== '102') || !isRealDay(isoDay))
    throw refuse(node, 'is not a date', value)
  return isoDay
}

export function currenciesOf(amounts: readonly XmlNode[]): Set<string> {
  return new Set(amounts.map((node) => attribute(node, 'currencyID')).filter((each) => each !== undefined))
}

/** An amount that names no currency is in the document's. */
export function isInCurrency(amount: XmlNode | undefined, currency: string | undefined): boolean {
  const own = attribute(amount, 'currencyID')
  return own === undefined || currency === undefined || own === currency
}

function isRealDay(isoDay: string): boolean {
  const time = Date.parse(`${isoDay}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(isoDay)
}

function checked(
  node: XmlNode | undefined,
  value: string | undefined,
  maxLength: number,
): string | undefined {
  if (!node || value === undefined || trim(value) === '') return undefined
  const fault = textFault(value, maxLength)
  if (fault) throw new EInvoiceFieldInvalid(`${pathOf(node)} ${FAULTS[fault]}.`, { field: pathOf(node) })
  return value
}

/** White space as XML has it; a no-break space is text. Not by a pattern: `\s+$` is quadratic on hostile text. */
function trim(value: string): string {
  let start = 0
  let end = value.length
  while (start < end && WHITE_SPACE.includes(value.charAt(start))) start += 1
  while (end > start && WHITE_SPACE.includes(value.charAt(end - 1))) end -= 1
  return value.slice(start, end)
}

function refuse(node: XmlNode, what: string, value: string): EInvoiceFieldInvalid {
  const shown = JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  return new EInvoiceFieldInvalid(`${pathOf(node)} ${what}: ${shown}.`, { field: pathOf(node) })
}

import { plainText } from '../../lib/csv/csv-text.ts'
import type { CsvTable } from '../../lib/csv/decode-csv.ts'
import type { RefusedLine } from '../../lib/csv/errors.ts'
import { InvalidRequest } from '../../lib/errors.ts'
import { fromWireId } from '../../lib/ids.ts'
import { textFault } from '../../lib/text.ts'
import { checkTimeZone } from '../../lib/time-zone.ts'
import type { Language } from '../../lib/words.ts'
import { phoneNumber } from '../contact-details.ts'
import type { NewCustomer } from '../create-customer.ts'
import type { CsvCustomer } from './read-customers.ts'

/** The columns that are read; only `name` is needed. */
export const COLUMNS = [
  'name',
  'code',
  'email',
  'phone',
  'language',
  'address',
  'country',
  'time_zone',
  'tax_id',
  'payment_links_enabled',
  'external_id',
  'id',
] as const
type Column = (typeof COLUMNS)[number]

const MAILBOX = /^[^\s@<>()",:;\\[\]]+@[^\s@<>()",:;\\[\]]+\.[^\s@.<>()",:;\\[\]]+$/u

/** The customers of a file, one for each line, with every line that cannot be taken. */
export function toCustomers(
  table: CsvTable,
  source: string,
): { customers: CsvCustomer[]; refused: RefusedLine[] } {
  const refused: RefusedLine[] = []
  const customers: CsvCustomer[] = []
  const seen = new Map<string, number>()
  for (const { line, cells } of table.rows) {
    const refuse = (column: Column, code: string, message: string, values: RefusedLine['values'] = {}) =>
      refused.push({ line, column, code, message, values })
    const cell = (column: Column) => plainText(cells[table.heading.indexOf(column)]?.trim() ?? '')
    const before = refused.length
    for (const column of COLUMNS) {
      const most = column === 'address' ? MAX_ADDRESS : MAX_CHARACTERS
      checkText(cell(column), most, (code, message) => refuse(column, code, message, { most }))
    }
    if (cell('name') === '') refuse('name', 'missing', 'A customer has a name.')
    if (cell('email') !== '' && !MAILBOX.test(cell('email')))
      refuse('email', 'email_not_read', 'It is not an e-mail address.')
    if (!['', 'en', 'fr'].includes(cell('language').toLowerCase()))
      refuse('language', 'language_unknown', 'It is neither en nor fr.')
    if (!/^([a-z]{2})?$/i.test(cell('country')))
      refuse('country', 'country_not_read', 'It is not a country of two letters, such as FR.')
    if (!isTimeZone(cell('time_zone')))
      refuse('time_zone', 'time_zone_unknown', 'It is not a time zone, such as Europe/Paris.')
    if (!['', 'true', 'false'].includes(cell('payment_links_enabled').toLowerCase()))
      refuse('payment_links_enabled', 'flag_not_read', 'It is neither true nor false.')
    checkPhone(cell('phone'), cell('country'), (message) => refuse('phone', 'phone_not_read', message))
    for (const column of ['external_id', 'code'] as const) {
      const key = `${column} ${cell(column)}`
      const first = seen.get(key)
      if (cell(column) === '') continue
      if (first !== undefined) refuse(column, 'twice', `Line ${first} has the same.`, { line: first })
      else seen.set(key, line)
    }
    if (refused.length === before)
      customers.push({
        line,
        id: fromWireId('cus', cell('id')) ?? null,
        customer: customerOf(cell, source),
      })
  }
  return { customers, refused }
}

const MAX_CHARACTERS = 300
/** Eight lines of the length that the API takes. */
const MAX_ADDRESS = 4_007

function checkText(text: string, most: number, refuse: (code: string, message: string) => void): void {
  const fault = textFault(text, most)
  if (text === '' || fault === undefined) return
  if (fault === 'length') refuse('too_long', `It is longer than ${most} characters.`)
  else refuse('not_text', 'It has characters that no text needs.')
}

function isTimeZone(text: string): boolean {
  try {
    if (text !== '') checkTimeZone(text)
    return true
  } catch (error) {
    if (!(error instanceof InvalidRequest)) throw error
    return false
  }
}

function checkPhone(phone: string, country: string, refuse: (message: string) => void): void {
  try {
    phoneNumber(phone === '' ? null : phone, country === '' ? null : country.toUpperCase())
  } catch (error) {
    if (!(error instanceof InvalidRequest)) throw error
    refuse(error.message)
  }
}

function customerOf(cell: (column: Column) => string, source: string): NewCustomer {
  const orNull = (column: Column) => (cell(column) === '' ? null : cell(column))
  return {
    name: cell('name'),
    code: orNull('code'),
    email: orNull('email'),
    phone: orNull('phone'),
    language: (orNull('language')?.toLowerCase() ?? null) as Language | null,
    addressLines: cell('address')
      .split(/\r?\n/)
      .map((text) => text.trim())
      .filter((text) => text !== ''),
    country: orNull('country')?.toUpperCase() ?? null,
    timeZone: orNull('time_zone'),
    taxId: orNull('tax_id'),
    paymentLinksEnabled: cell('payment_links_enabled').toLowerCase() !== 'false',
    ...(cell('external_id') === '' ? {} : { source, externalId: cell('external_id') }),
  }
}

import type { ImportedCustomer } from '../../customers/index.ts'
import type { CsvTable } from '../../lib/csv/decode-csv.ts'
import type { RefusedLine } from '../../lib/csv/errors.ts'
import { type Currency, currencyFromWire } from '../../lib/currencies.ts'
import { type Decimal, parseDecimal } from '../../lib/decimal.ts'
import { DomainError } from '../../lib/errors.ts'
import { parseAmount, toDecimalString } from '../../lib/money.ts'
import { computeInvoice } from '../invoice-arithmetic.ts'
import type { NewInvoice } from '../write-invoice.ts'
import { type Column, grouped, type Line, LineRefused } from './group-lines.ts'
import { CellRefused, readDate, readNumber, readText } from './read-cell.ts'

export type CsvInvoice = {
  readonly line: number
  readonly customer: ImportedCustomer
  readonly due: bigint
  readonly invoice: Omit<NewInvoice, 'id' | 'customerId'> & { readonly externalNumber: string }
}

export type CsvDefaults = {
  readonly source: string
  readonly currency: string | null
  /** What each number of the file is. */
  readonly of: 'invoices' | 'credits'
}

/** The invoices of a file, one for each number, with every line that cannot be taken. */
export function toInvoices(
  table: CsvTable,
  defaults: CsvDefaults,
): { invoices: CsvInvoice[]; refused: RefusedLine[] } {
  const refused: RefusedLine[] = []
  const invoices: CsvInvoice[] = []
  for (const lines of grouped(table, refused)) {
    try {
      invoices.push(new InvoiceOfLines(table, defaults, lines).read())
    } catch (error) {
      if (!(error instanceof LineRefused)) throw error
      refused.push(error.refused)
    }
  }
  return { invoices, refused: refused.sort((a, b) => a.line - b.line) }
}

/** What all lines of one invoice say alike, or leave empty after the first. */
const OF_THE_INVOICE: readonly Column[] = [
  'issued_on',
  'due_on',
  'currency',
  'customer_id',
  'customer_name',
  'customer_email',
  'customer_tax_id',
  'prepaid',
  'total',
  'order_reference',
  'note',
]
const DAY_CHARACTERS = 10

/** Tills write the minute of each line: the day is what an invoice has. */
function alike(column: Column, text: string): string {
  return column === 'issued_on' || column === 'due_on' ? text.slice(0, DAY_CHARACTERS) : text
}

const HUNDRED = parseDecimal('100')
const ZERO = parseDecimal('0')
const ONE = parseDecimal('1')

class InvoiceOfLines {
  readonly #table: CsvTable
  readonly #defaults: CsvDefaults
  readonly #lines: readonly Line[]
  readonly #first: Line

  constructor(table: CsvTable, defaults: CsvDefaults, lines: readonly Line[]) {
    const [first] = lines
    if (first === undefined) throw new RangeError('an invoice has lines')
    this.#table = table
    this.#defaults = defaults
    this.#lines = lines
    this.#first = first
  }

  read(): CsvInvoice {
    this.#checkAlike()
    const first = this.#first
    const currency = this.#currency()
    const customer = this.#customer()
    const lines = this.#lines.map((line) => ({
      description: this.#take(line, 'description', (text) => readText(text, 5000)) ?? '—',
      quantity: this.#number(line, 'quantity') ?? ONE,
      unit: this.#take(line, 'unit', (text) => readText(text, 40)) ?? null,
      unitPrice: this.#number(line, 'unit_price') ?? this.#missing(line, 'unit_price'),
      rate: this.#rate(line),
    }))
    const prepaid = this.#amount('prepaid', currency) ?? 0n
    const amounts = this.#refusing(first, null, () =>
      computeInvoice({
        currency,
        areTaxesIncluded: false,
        prepaid,
        lines: lines.map(({ quantity, unitPrice, rate }) => ({
          quantity,
          unitPrice,
          taxes: [{ category: rate.eq(ZERO) ? ('Z' as const) : ('S' as const), rate }],
        })),
      }),
    )
    this.#checkTotal(amounts.total, prepaid, currency)
    const number = this.#take(first, 'number', (text) => readText(text, 100)) ?? ''
    const issuedOn = this.#take(first, 'issued_on', readDate) ?? this.#missing(first, 'issued_on')
    return {
      line: first.line,
      customer,
      due: amounts.due,
      invoice: {
        externalNumber: number,
        series: 'external',
        typeCode: '380',
        source: this.#defaults.source,
        currency,
        subtotal: amounts.subtotal,
        allowances: 0n,
        charges: 0n,
        shipping: 0n,
        tax: amounts.taxTotal,
        rounding: 0n,
        total: amounts.total,
        prepaid,
        issuedOn,
        dueOn: this.#take(first, 'due_on', readDate) ?? null,
        orderReference: this.#take(first, 'order_reference', (text) => readText(text, 500)) ?? null,
        note: this.#take(first, 'note', (text) => readText(text, 5000)) ?? null,
        buyer: { name: customer.name, addressLines: [], email: customer.email, taxId: customer.taxId },
        seller: null,
        adjustments: [],
        taxBreakdown: amounts.taxes.map((tax) => ({
          category: tax.category,
          rate: tax.rate.toFixed(),
          name: null,
          taxable: tax.taxable.toString(),
          tax: tax.tax.toString(),
        })),
        terms: { taxIncluded: false, discount: null, shipping: null },
        lines: lines.map((line, index) => ({
          description: line.description,
          quantity: line.quantity.toFixed(),
          unit: line.unit,
          unitPrice: line.unitPrice.toFixed(),
          taxRate: line.rate.toFixed(),
          amount: amounts.lines[index]?.net ?? 0n,
          taxes: [{ rate: line.rate.toFixed() }],
        })),
      },
    }
  }

  #checkAlike(): void {
    for (const line of this.#lines.slice(1)) {
      for (const column of OF_THE_INVOICE) {
        const text = line.cell(column)
        if (text === '' || alike(column, text) === alike(column, this.#first.cell(column))) continue
        const message = `Line ${this.#first.line} of the same invoice says otherwise.`
        throw new LineRefused(line.line, column, 'lines_disagree', message, { line: this.#first.line })
      }
    }
  }

  #checkTotal(total: bigint, prepaid: bigint, currency: Currency): void {
    const stated = this.#amount('total', currency)
    const { line } = this.#first
    if (total < 0n) {
      const message = 'It is negative: credits are imported by themselves, as positive sums.'
      throw new LineRefused(line, null, 'negative', message)
    }
    if (stated !== undefined && stated !== total) {
      const sum = toDecimalString(total, currency)
      const message = `The lines and their tax come to ${sum}.`
      throw new LineRefused(line, 'total', 'total_differs', message, { sum })
    }
    if (prepaid < 0n || prepaid > total) {
      throw new LineRefused(line, 'prepaid', 'prepaid_not_within', 'It is negative or more than the total.')
    }
    if (this.#defaults.of === 'credits' && (total === 0n || prepaid > 0n)) {
      const message = 'A credit is what is left of it: more than nothing, and without what was used before.'
      throw new LineRefused(line, prepaid > 0n ? 'prepaid' : null, 'credit_not_rest', message)
    }
  }

  #currency(): Currency {
    const text = this.#first.cell('currency') || this.#defaults.currency || ''
    const currency = currencyFromWire(text.toLowerCase())
    if (currency !== undefined) return currency
    throw new LineRefused(
      this.#first.line,
      'currency',
      text === '' ? 'missing' : 'currency_unknown',
      'It is not a currency of ISO 4217, and the file was sent with no other.',
    )
  }

  #customer(): ImportedCustomer {
    const text = (column: Column) => this.#take(this.#first, column, (cell) => readText(cell, 300)) ?? null
    const [externalId, name, email, taxId] = [
      text('customer_id'),
      text('customer_name'),
      text('customer_email'),
      text('customer_tax_id'),
    ]
    const called = name ?? externalId ?? email
    if (called !== null) return { externalId, name: called, email, taxId }
    const message = 'The invoice names no customer: give customer_id, customer_name or customer_email.'
    throw new LineRefused(this.#first.line, 'customer_name', 'missing', message)
  }

  #rate(line: Line): Decimal {
    const rate = this.#number(line, 'tax_rate') ?? ZERO
    if (rate.gte(ZERO) && rate.lte(HUNDRED)) return rate
    throw new LineRefused(line.line, 'tax_rate', 'out_of_range', 'A tax rate is from 0 to 100 per cent.')
  }

  #amount(column: Column, currency: Currency): bigint | undefined {
    const number = this.#number(this.#first, column)
    return number && this.#refusing(this.#first, column, () => parseAmount(number.toFixed(), currency))
  }

  #number(line: Line, column: Column): Decimal | undefined {
    return this.#take(line, column, (text) => readNumber(text, this.#table.delimiter))
  }

  /** Undefined where the cell is empty. */
  #take<T>(line: Line, column: Column, read: (text: string) => T): T | undefined {
    const text = line.cell(column)
    return text === '' ? undefined : this.#refusing(line, column, () => read(text))
  }

  #refusing<T>(line: Line, column: Column | null, read: () => T): T {
    try {
      return read()
    } catch (error) {
      if (error instanceof CellRefused)
        throw new LineRefused(line.line, column, error.code, error.message, error.values)
      if (error instanceof DomainError) throw new LineRefused(line.line, column, error.code, error.message)
      throw error
    }
  }

  #missing(line: Line, column: Column): never {
    throw new LineRefused(line.line, column, 'missing', `There is no ${column}.`)
  }
}

import type { paths } from '../../api/schema.generated.ts'
import type { Invoice } from './invoice-list.tsx'

/** What is sold, as it is typed: numbers in the words of the screen. */
export interface Terms {
  taxes: Tax[]
  taxIncluded: boolean
  lines: Line[]
  discount: string
  shipping: string
}
interface Tax {
  id: string
  name: string
  rate: string
}
export interface Line {
  id: string
  description: string
  quantity: string
  unit: string | null
  price: string
  /** The taxes that it carries, by their ids here. */
  taxes: readonly string[]
}
type Body = paths['/v1/invoices/preview']['post']['requestBody']['content']['application/json']

export const newLine = (taxes: readonly Tax[]): Line => ({
  id: crypto.randomUUID(),
  description: '',
  quantity: '1',
  unit: null,
  price: '',
  taxes: taxes.map(({ id }) => id),
})

export const newTax = (name = '', rate = ''): Tax => ({ id: crypto.randomUUID(), name, rate })

export function noTerms(): Terms {
  return { taxes: [], taxIncluded: false, lines: [newLine([])], discount: '', shipping: '' }
}

/** Decimal text as the API takes it, of what a person typed (`12,5`, `1 240.50`); undefined where it is no number. */
export function readDecimal(typed: string): string | undefined {
  const text = typed.replace(/[\s\u00a0\u202f'’$€£¥%]/g, '')
  const plain = /[.,]\d{3}[.,]/.test(text)
    ? text.replace(/[.,](?=\d{3}[.,])/g, '').replace(',', '.')
    : text.replace(',', '.')
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(plain) ? plain : undefined
}

/** As the API takes it; undefined while something of it is missing or is no number. */
export function bodyOf(terms: Terms, currency: string, discountLabel: string): Body | undefined {
  const taxes = new Map<string, { rate: string; name?: string }>()
  for (const { id, name, rate } of terms.taxes) {
    const read = readDecimal(rate)
    if (read === undefined) return undefined
    taxes.set(id, { rate: read, ...(name.trim() === '' ? {} : { name: name.trim() }) })
  }
  const lines = terms.lines.map((line) => ({
    description: line.description.trim(),
    quantity: readDecimal(line.quantity),
    unit: line.unit,
    unit_price: readDecimal(line.price),
    taxes: line.taxes.flatMap((id) => taxes.get(id) ?? []),
  }))
  const whole = lines.flatMap((line) =>
    line.description === '' || line.quantity === undefined || line.unit_price === undefined
      ? []
      : [{ ...line, quantity: line.quantity, unit_price: line.unit_price }],
  )
  const discount = amountOf(terms.discount)
  const shipping = amountOf(terms.shipping)
  if (whole.length < lines.length || discount === null || shipping === null) return undefined
  return {
    currency,
    tax_included: terms.taxIncluded,
    lines: whole,
    discount: discount === undefined ? null : { label: discountLabel, amount: discount },
    shipping: shipping === undefined ? null : { amount: shipping, taxes: [...taxes.values()] },
  }
}

/** Undefined: none; null: it is no number. */
function amountOf(typed: string): string | undefined | null {
  if (typed.trim() === '') return undefined
  return readDecimal(typed) ?? null
}

/**
 * The terms that an invoice was written with, as far as what is kept of it says them; undefined where it does not:
 * a line with several taxes, with none of its own numbers, or with charges, allowances and shipping of an e-invoice.
 */
export function termsOf(invoice: Invoice): Terms | undefined {
  const { lines = [], series, charges, allowances, shipping, tax } = invoice
  if (series !== 'own' || charges !== 0 || allowances !== 0 || shipping !== 0) return undefined
  const taxes = invoice.taxes.map(({ name, rate }) => newTax(name ?? '', rate))
  const rates = new Set(taxes.map(({ rate }) => rate))
  if (rates.size < taxes.length) return undefined
  const made = lines.flatMap((line): Line[] => {
    if (line.quantity === null || line.unit_price === null) return []
    const own = taxes.filter(({ rate }) => line.tax_rate !== null && Number(line.tax_rate) === Number(rate))
    if (tax !== 0 && own.length !== 1) return []
    return [
      {
        ...newLine(own),
        description: line.description,
        quantity: line.quantity,
        unit: line.unit,
        price: line.unit_price,
      },
    ]
  })
  if (made.length === 0 || made.length < lines.length) return undefined
  return {
    taxes,
    taxIncluded: tax !== 0 && invoice.subtotal === invoice.total,
    lines: made,
    discount: '',
    shipping: '',
  }
}

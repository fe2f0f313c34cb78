import type { components, paths } from '../../api/schema.generated.ts'
import { plainDecimal, readDecimal } from '../../words/index.ts'

/** What terms are read of: an invoice, or an order. */
type Written = Pick<components['schemas']['Invoice'], 'terms'> & {
  lines?: readonly {
    description: string
    quantity: string | null
    unit: string | null
    unit_price: string | null
    taxes: readonly CarriedTax[] | null
    product?: string | null
  }[]
}
type Invoice = components['schemas']['Invoice']

/** What is sold, as it is typed: numbers in the words of the screen. */
export interface Terms {
  taxes: Tax[]
  taxIncluded: boolean
  lines: Line[]
  discount: string
  /** What the discount is called; empty for the words of the screen. */
  discountLabel: string
  shipping: string
  /** The taxes that the shipping carries, by their ids here. */
  shippingTaxes: readonly string[]
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
  /** Of an order: the product of the catalogue that it is. */
  product?: string
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
  return {
    taxes: [],
    taxIncluded: false,
    lines: [newLine([])],
    discount: '',
    discountLabel: '',
    shipping: '',
    shippingTaxes: [],
  }
}

/** As the API takes it; undefined while something of it is missing or is no number. */
export function bodyOf(
  terms: Terms,
  { currency, discountLabel, locale }: { currency: string; discountLabel: string; locale: string },
): Body | undefined {
  const taxes = new Map<string, { rate: string; name?: string }>()
  for (const { id, name, rate } of terms.taxes) {
    const read = readDecimal(rate, locale)
    if (read === undefined) return undefined
    taxes.set(id, { rate: read, ...(name.trim() === '' ? {} : { name: name.trim() }) })
  }
  const lines = terms.lines.map((line) => ({
    description: line.description.trim(),
    quantity: readDecimal(line.quantity, locale),
    unit: line.unit,
    unit_price: readDecimal(line.price, locale),
    taxes: line.taxes.flatMap((id) => taxes.get(id) ?? []),
  }))
  const whole = lines.flatMap((line) =>
    line.description === '' || line.quantity === undefined || line.unit_price === undefined
      ? []
      : [{ ...line, quantity: line.quantity, unit_price: line.unit_price }],
  )
  const discount = amountOf(terms.discount, locale)
  const shipping = amountOf(terms.shipping, locale)
  if (whole.length < lines.length || discount === null || shipping === null) return undefined
  return {
    currency,
    tax_included: terms.taxIncluded,
    lines: whole,
    discount:
      discount === undefined
        ? null
        : { label: terms.discountLabel.trim() || discountLabel, amount: discount },
    shipping:
      shipping === undefined
        ? null
        : { amount: shipping, taxes: terms.shippingTaxes.flatMap((id) => taxes.get(id) ?? []) },
  }
}

/** Undefined: none; null: it is no number. */
function amountOf(typed: string, locale: string): string | undefined | null {
  if (typed.trim() === '') return undefined
  return readDecimal(typed, locale) ?? null
}

/** The terms that an invoice or an order was written with; undefined of one whose sums are those of the file that it came as. */
export function termsOf({ terms, lines = [] }: Written, locale: string): Terms | undefined {
  if (terms === null) return undefined
  const taxes: Tax[] = []
  const idsOf = (carried: readonly CarriedTax[]) => carried.map((tax) => idOf(taxes, tax, locale))
  const typed = (decimal: string) => plainDecimal(decimal, locale)
  const made = lines.flatMap((line): Line[] => {
    const { description, quantity, unit, unit_price: price } = line
    if (quantity === null || price === null || line.taxes === null) return []
    const product = line.product == null ? {} : { product: line.product }
    const numbers = { quantity: typed(quantity), price: typed(price) }
    return [{ ...newLine([]), description, unit, ...numbers, taxes: idsOf(line.taxes), ...product }]
  })
  if (made.length < lines.length) return undefined
  const { discount, shipping, tax_included: taxIncluded } = terms
  // Shipping that is added to it would carry all of them, as on a new one.
  const shippingTaxes = shipping === null ? taxes.map(({ id }) => id) : idsOf(shipping.taxes)
  return {
    taxes,
    taxIncluded,
    lines: made,
    discount: typed(discount?.amount ?? ''),
    discountLabel: discount?.label ?? '',
    shipping: typed(shipping?.amount ?? ''),
    shippingTaxes,
  }
}

/**
 * What another invoice sold, as a beginning for a new one. Of one that came as a file its lines are taken as far as they
 * say a quantity, a price and one tax; its own allowances and charges are for the person to say.
 */
export function copiedTerms(invoice: Invoice, locale: string): Terms {
  const whole = termsOf(invoice, locale)
  if (whole !== undefined) return whole
  const taxes: Tax[] = []
  const lines = (invoice.lines ?? []).map((line): Line => {
    const tax = invoice.taxes.find(
      ({ rate }) => line.tax_rate !== null && Number(rate) === Number(line.tax_rate),
    )
    return {
      ...newLine([]),
      description: line.description,
      quantity: plainDecimal(line.quantity ?? '1', locale),
      unit: line.unit,
      price: plainDecimal(line.unit_price ?? '', locale),
      taxes: tax === undefined ? [] : [idOf(taxes, tax, locale)],
    }
  })
  return { ...noTerms(), taxes, lines: lines.length === 0 ? noTerms().lines : lines }
}

/** With a product of the catalogue as a line, in the place of one that is still empty. */
export function withProduct(terms: Terms, product: components['schemas']['Product'], locale: string): Terms {
  const taxes = [...terms.taxes]
  const carried = product.taxes.map((tax) => idOf(taxes, tax, locale))
  const made: Line = {
    ...newLine([]),
    product: product.id,
    description: product.name,
    unit: product.unit,
    price: plainDecimal(product.unit_price, locale),
    taxes: carried,
  }
  const written = terms.lines.filter(({ description, price }) => description.trim() !== '' || price !== '')
  return { ...terms, taxes, lines: [...written, made] }
}

interface CarriedTax {
  rate: string
  name: string | null
}

/** The id of a tax among those gathered so far; it joins them where it is new. */
function idOf(taxes: Tax[], { rate: decimal, name }: CarriedTax, locale: string): string {
  const rate = plainDecimal(decimal, locale)
  const known = taxes.find((tax) => tax.rate === rate && tax.name === (name ?? ''))
  if (known !== undefined) return known.id
  const tax = newTax(name ?? '', rate)
  taxes.push(tax)
  return tax.id
}

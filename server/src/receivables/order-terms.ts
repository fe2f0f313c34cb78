import { type Static, Type } from 'typebox'
import { type Currency, currencyFromWire } from '../lib/currencies.ts'
import { InvalidRequest } from '../lib/errors.ts'
import { line, name, nullable } from '../lib/schemas.ts'
import type { InvoiceTerms } from './create-invoice.ts'

export const decimal = Type.String({
  pattern: '^-?\\d{1,15}(\\.\\d{1,15})?$',
  description: 'A decimal number, as text.',
})
const tax = Type.Object({ rate: decimal, name: Type.Optional(line) }, { additionalProperties: false })
export const taxesField = Type.Array(tax, { maxItems: 5 })
const taxes = Type.Optional(taxesField)

/** The lines of an invoice or a credit note that is to be issued. */
export const orderLines = Type.Array(
  Type.Object(
    {
      description: line,
      quantity: decimal,
      unit: Type.Optional(nullable(name)),
      unit_price: decimal,
      taxes,
    },
    { additionalProperties: false },
  ),
  { minItems: 1, maxItems: 500 },
)

/** What makes the sums of an invoice. */
export const termFields = {
  tax_included: Type.Optional(Type.Boolean()),
  lines: orderLines,
  discount: Type.Optional(
    nullable(Type.Object({ label: line, amount: decimal }, { additionalProperties: false })),
  ),
  shipping: Type.Optional(nullable(Type.Object({ amount: decimal, taxes }, { additionalProperties: false }))),
}
type Terms = Static<ReturnType<typeof termsObject>>
const termsObject = () => Type.Object(termFields)

/** What is sold, as the API says it; what is left out is none. */
export function termsOf(body: Terms): Omit<InvoiceTerms, 'currency'> {
  return {
    taxIncluded: body.tax_included ?? false,
    lines: orderLinesOf(body.lines),
    discount: body.discount ?? null,
    shipping:
      body.shipping == null ? null : { amount: body.shipping.amount, taxes: body.shipping.taxes ?? [] },
  }
}

/** Of an edit: what makes the sums is replaced together. Throws `InvalidRequest` where some of it comes without lines. */
export function requireLines(body: {
  lines?: unknown
  tax_included?: unknown
  discount?: unknown
  shipping?: unknown
}): void {
  if (body.lines !== undefined || (body.tax_included ?? body.discount ?? body.shipping) === undefined) return
  throw new InvalidRequest(
    'The sums come from lines, discount, shipping and tax_included together. Nothing was changed; send lines too.',
    { field: 'lines' },
  )
}

/** What an edit would have sold; undefined where it leaves that as it is. */
export function givenTermsOf({ lines, ...rest }: Partial<Terms>): Omit<InvoiceTerms, 'currency'> | undefined {
  requireLines({ lines, ...rest })
  return lines === undefined ? undefined : termsOf({ ...rest, lines })
}

export function orderLinesOf(lines: Static<typeof orderLines>): InvoiceTerms['lines'] {
  return lines.map((entry) => ({
    description: entry.description,
    quantity: entry.quantity,
    unit: entry.unit ?? null,
    unitPrice: entry.unit_price,
    taxes: entry.taxes ?? [],
  }))
}

/** Throws `InvalidRequest` where it is none. */
export function orderCurrency(text: string): Currency {
  const currency = currencyFromWire(text)
  if (currency === undefined)
    throw new InvalidRequest(`${text} is not a currency. Nothing was done.`, { field: 'currency' })
  return currency
}

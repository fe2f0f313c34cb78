import { type Static, Type } from 'typebox'
import type { Db } from '../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { givenId } from '../lib/given-id.ts'
import { line, name, nullable, wireId } from '../lib/schemas.ts'
import {
  decimal,
  type InvoiceTerms,
  invoiceTermFields,
  invoiceTermsOf,
  taxesField,
} from '../receivables/index.ts'
import { ProductNotSold } from './errors.ts'
import { findProducts, type Product, type ProductId } from './products.queries.ts'

const Line = Type.Object(
  {
    product: Type.Optional(
      nullable(
        Type.String({
          ...wireId('prd'),
          description: 'A product, `prd_…`: what the line leaves out is as the product says it now.',
        }),
      ),
    ),
    description: Type.Optional(line),
    quantity: decimal,
    unit: Type.Optional(nullable(name)),
    unit_price: Type.Optional(decimal),
    taxes: Type.Optional(taxesField),
  },
  { additionalProperties: false },
)

const { tax_included, discount, shipping } = invoiceTermFields
/** What makes the sums of an order: as of an invoice, but that a line may be of a product. */
export const orderTermFields = {
  tax_included,
  discount,
  shipping,
  lines: Type.Array(Line, { minItems: 1, maxItems: 500 }),
}
type Given = Static<ReturnType<typeof given>>
const given = () => Type.Object(orderTermFields)

/** What is ordered. Lines with the products that they are of. */
export interface OrderTerms extends Omit<InvoiceTerms, 'currency'> {
  products: readonly (ProductId | null)[]
}

/**
 * Reads what is ordered. A product that is sold no more may stay where it stands already (`kept`). Throws of lines that
 * say neither a product nor what they are.
 */
export async function orderTermsOf(
  db: Db,
  currency: string,
  body: Given,
  kept: readonly (ProductId | null)[] = [],
): Promise<OrderTerms> {
  const named = body.lines.map(({ product }) => (product == null ? null : givenId('prd', product, 'product')))
  const found = await findProducts(
    db,
    named.filter((id) => id !== null),
  )
  const lines = body.lines.map((entry, i) => {
    const id = named[i] ?? null
    const product = id === null ? undefined : sold(found, id, { currency, kept, at: i })
    const description = entry.description ?? product?.name
    const price = entry.unit_price ?? product?.unitPrice
    if (description === undefined || price === undefined)
      throw new InvalidRequest(
        'A line without a product needs a description and a unit_price. Nothing was changed.',
        { field: `lines[${i}].${description === undefined ? 'description' : 'unit_price'}` },
      )
    return {
      description,
      quantity: entry.quantity,
      unit: entry.unit === undefined ? (product?.unit ?? null) : entry.unit,
      unit_price: price,
      taxes: entry.taxes ?? product?.taxes ?? [],
    }
  })
  return { ...invoiceTermsOf({ ...body, lines }), products: named }
}

function sold(
  found: readonly Product[],
  id: ProductId,
  { currency, kept, at }: { currency: string; kept: readonly (ProductId | null)[]; at: number },
): Product {
  const product = found.find((each) => each.id === id)
  if (product === undefined) throw new NotFound('product')
  if (!product.active && !kept.includes(id))
    throw new ProductNotSold(`${product.name} is not sold any more. Nothing was changed; take another one.`, {
      field: `lines[${at}].product`,
    })
  if (product.currency !== currency)
    throw new ProductNotSold(
      `${product.name} is sold in ${product.currency}, and this order is in ${currency}. Nothing was changed; write the line without the product, with a price.`,
      { field: `lines[${at}].product` },
    )
  return product
}

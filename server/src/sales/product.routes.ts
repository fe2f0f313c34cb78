import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { type Columns, list, type RouteServices, read, write } from '../identity/index.ts'
import type { BusinessClock } from '../lib/clock.ts'
import { NotFound } from '../lib/errors.ts'
import { givenId } from '../lib/given-id.ts'
import { toWireId } from '../lib/ids.ts'
import { page, pageRequest } from '../lib/pagination.ts'
import { currencyCode, idParams, line, listQuery, name, nullable, timestamp, wireId } from '../lib/schemas.ts'
import { orderCurrency, TaxWire, taxesField, taxToWire, toTax } from '../receivables/index.ts'
import { createProduct, type NewProduct } from './create-product.ts'
import { findProduct, listProducts, type Product } from './products.queries.ts'
import { updateProduct } from './update-product.ts'

const code = Type.String({ ...name, maxLength: 60 })
const more = {
  unit: Type.Optional(nullable(name)),
  taxes: Type.Optional(taxesField),
  active: Type.Optional(Type.Boolean({ description: 'Whether it is still sold.' })),
}
const unitPrice = Type.String({
  pattern: '^\\d{1,15}(\\.\\d{1,15})?$',
  description: 'Decimal text, in major units.',
})
const Create = Type.Object(
  { code, name: line, currency: currencyCode, unit_price: unitPrice, ...more },
  { additionalProperties: false },
)
const Update = Type.Object(
  {
    code: Type.Optional(code),
    name: Type.Optional(line),
    currency: Type.Optional(currencyCode),
    unit_price: Type.Optional(unitPrice),
    ...more,
  },
  { additionalProperties: false, minProperties: 1 },
)
const ProductWire = Type.Object(
  {
    object: Type.Literal('product'),
    id: wireId('prd'),
    code: Type.String({ description: 'Its own of the company.' }),
    name: Type.String(),
    unit: nullable(Type.String()),
    currency: currencyCode,
    unit_price: unitPrice,
    taxes: Type.Array(TaxWire),
    active: Type.Boolean(),
    created_at: timestamp,
  },
  { $id: 'Product' },
)
const columns: Columns<Static<typeof ProductWire>> = {
  id: (row) => row.id,
  code: (row) => row.code,
  name: (row) => row.name,
  unit: (row) => row.unit,
  currency: (row) => row.currency,
  unit_price: (row) => row.unit_price,
  taxes: (row) => row.taxes.map(({ name: of, rate }) => `${of ?? ''} ${rate}`.trim()).join(', '),
  active: (row) => String(row.active),
}

/** The catalogue: what is sold, at what price, under which taxes. */
export function productRoutes(
  server: FastifyInstance,
  services: RouteServices & { clock: BusinessClock },
): void {
  const tag = 'Products'
  const problems = ['product_exists']
  write(
    server,
    services,
    {
      method: 'POST',
      url: '/v1/products',
      permission: 'invoices.write',
      summary: 'Add a product to the catalogue',
      tag,
      body: Create,
      response: ProductWire,
      problems,
    },
    async (tx, { actor, body }) =>
      productToWire(
        await createProduct(tx, actor, services.clock.now(), {
          code: body.code,
          name: body.name,
          unit: null,
          taxes: [],
          active: true,
          ...changesOf(body),
          currency: orderCurrency(body.currency),
          unitPrice: body.unit_price,
        }),
      ),
  )
  list(
    server,
    services,
    {
      url: '/v1/products',
      permission: 'invoices.read',
      summary: 'List products, newest first, or find them by code or name',
      tag,
      query: {
        ...listQuery,
        q: Type.Optional(Type.String({ maxLength: 200, description: 'Part of a code or a name.' })),
        active: Type.Optional(Type.Boolean()),
        currency: Type.Optional(currencyCode),
      },
      row: ProductWire,
      fileName: 'products',
      columns,
    },
    async (db, query) => {
      const asked = pageRequest('prd', query)
      const rows = await listProducts(db, asked, {
        q: query.q,
        active: query.active,
        currency: query.currency?.toUpperCase(),
      })
      return page('prd', rows, asked.limit, productToWire)
    },
  )
  read(
    server,
    services,
    {
      method: 'GET',
      url: '/v1/products/:id',
      permission: 'invoices.read',
      summary: 'Read a product',
      tag,
      params: idParams,
      response: ProductWire,
    },
    async (db, { params }) => {
      const product = await findProduct(db, givenId('prd', params.id, 'product'))
      if (product === undefined) throw new NotFound('product')
      return productToWire(product)
    },
  )
  write(
    server,
    services,
    {
      method: 'PATCH',
      url: '/v1/products/:id',
      permission: 'invoices.write',
      summary: 'Change a product; orders that have it keep what it said then',
      tag,
      params: idParams,
      body: Update,
      response: ProductWire,
      problems,
    },
    async (tx, { actor, params, body }) =>
      productToWire(await updateProduct(tx, actor, givenId('prd', params.id, 'product'), changesOf(body))),
  )
}

/** What is given. Throws of a rate that no invoice could carry. */
function changesOf(body: Static<typeof Update>): Partial<NewProduct> {
  const { unit_price: price, currency } = body
  for (const tax of body.taxes ?? []) toTax(tax, 'taxes')
  return {
    ...(body.code === undefined ? {} : { code: body.code }),
    ...(body.name === undefined ? {} : { name: body.name }),
    ...(body.unit === undefined ? {} : { unit: body.unit }),
    ...(currency === undefined ? {} : { currency: orderCurrency(currency) }),
    ...(price === undefined ? {} : { unitPrice: price }),
    ...(body.taxes === undefined ? {} : { taxes: body.taxes }),
    ...(body.active === undefined ? {} : { active: body.active }),
  }
}

function productToWire(product: Product): Static<typeof ProductWire> {
  return {
    object: 'product',
    id: toWireId('prd', product.id),
    code: product.code,
    name: product.name,
    unit: product.unit,
    currency: product.currency.toLowerCase(),
    unit_price: product.unitPrice,
    taxes: product.taxes.map(taxToWire),
    active: product.active,
    created_at: product.createdAt.toISOString(),
  }
}

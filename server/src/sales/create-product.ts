import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { ProductExists } from './errors.ts'
import { productCreated } from './events.ts'
import { PRODUCT, type Product } from './products.queries.ts'

export type NewProduct = Omit<Product, 'id' | 'createdAt'>

/** Adds a product to the catalogue. Its code is its own. */
export async function createProduct(tx: Tx, actor: Actor, now: Date, product: NewProduct): Promise<Product> {
  const id = newId<'prd'>()
  const created = await tx.maybe(sql<Product>`
    insert into sales.products (company_id, id, code, name, unit, currency, unit_price, taxes, active, created_at)
    values (${tx.companyId}, ${id}, ${product.code}, ${product.name}, ${product.unit}, ${product.currency},
      ${product.unitPrice}, ${JSON.stringify(product.taxes)}, ${product.active}, ${now})
    on conflict (company_id, code) do nothing returning ${PRODUCT}`)
  if (created === undefined) throw codeTaken(product.code)
  await emit(tx, actor, productCreated, id, { code: product.code })
  return created
}

export function codeTaken(code: string): ProductExists {
  return new ProductExists(`There is a product with the code ${code} already. Nothing was changed.`, {
    field: 'code',
  })
}

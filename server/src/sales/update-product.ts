import type { Actor } from '../lib/actor.ts'
import { sql, type Tx, violatedConstraint } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { codeTaken, type NewProduct } from './create-product.ts'
import { productUpdated } from './events.ts'
import { lockProduct, PRODUCT, type Product, type ProductId } from './products.queries.ts'

/** Changes what is given. Orders that have it keep what it said then. */
export async function updateProduct(
  tx: Tx,
  actor: Actor,
  id: ProductId,
  changes: Partial<NewProduct>,
): Promise<Product> {
  const before = await lockProduct(tx, id)
  if (before === undefined) throw new NotFound('product')
  const after = { ...before, ...changes }
  const updated = await tx
    .one(
      sql<Product>`
      update sales.products set code = ${after.code}, name = ${after.name}, unit = ${after.unit},
        currency = ${after.currency}, unit_price = ${after.unitPrice}, taxes = ${JSON.stringify(after.taxes)},
        active = ${after.active}
      where company_id = ${tx.companyId} and id = ${id} returning ${PRODUCT}`,
    )
    .catch((error) => {
      throw violatedConstraint(error) === 'products_company_id_code_key' ? codeTaken(after.code) : error
    })
  await emit(tx, actor, productUpdated, id, { fields: Object.keys(changes) })
  return updated
}

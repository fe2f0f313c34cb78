import { type Db, raw, sql, type Tx } from '../lib/db/index.ts'
import type { Id } from '../lib/ids.ts'
import type { PageRequest } from '../lib/pagination.ts'
import { needleOf } from '../lib/search.ts'
import type { LineTax } from '../receivables/index.ts'

export type ProductId = Id<'prd'>

/** What the company sells: the beginning of a line. */
export interface Product {
  id: ProductId
  /** Its own of the company, one for each product. */
  code: string
  name: string
  unit: string | null
  currency: string
  /** Decimal text in major units. */
  unitPrice: string
  taxes: LineTax[]
  active: boolean
  createdAt: Date
}

export const PRODUCT = raw(
  `id, code, name, unit, currency, unit_price "unitPrice", taxes, active, created_at "createdAt"`,
)

export function findProduct(db: Db, id: ProductId): Promise<Product | undefined> {
  return db.maybe(sql<Product>`
    select ${PRODUCT} from sales.products where company_id = ${db.companyId} and id = ${id}`)
}

export function findProducts(db: Db, ids: readonly ProductId[]): Promise<Product[]> {
  return db.many(sql<Product>`
    select ${PRODUCT} from sales.products where company_id = ${db.companyId} and id = any(${ids})`)
}

export function lockProduct(tx: Tx, id: ProductId): Promise<Product | undefined> {
  return tx.maybe(sql<Product>`
    select ${PRODUCT} from sales.products where company_id = ${tx.companyId} and id = ${id} for update`)
}

interface ProductFilter {
  /** Part of a code or a name. */
  q: string | undefined
  active: boolean | undefined
  /** Upper case. */
  currency: string | undefined
}

/** A page of products, newest first. */
export function listProducts(
  db: Db,
  page: PageRequest,
  { q, active, currency }: ProductFilter,
): Promise<Product[]> {
  const pattern = q === undefined || q.trim() === '' ? null : needleOf(q).pattern
  return db.many(sql<Product>`
    select ${PRODUCT} from sales.products
    where company_id = ${db.companyId} and (${page.after}::uuid is null or id < ${page.after}::uuid)
      and (${active ?? null}::boolean is null or active = ${active ?? null}::boolean)
      and (${currency ?? null}::text is null or currency = ${currency ?? null}::text)
      and (${pattern}::text is null or words like ${pattern}::text)
    order by id desc limit ${page.limit + 1}`)
}

import { type Db, raw, sql } from '../../lib/db/index.ts'
import type { Id } from '../../lib/ids.ts'
import type { PageRequest } from '../../lib/pagination.ts'
import type { SellerIdentity } from './same-seller.ts'

export type SellerId = Id<'sel'>

/** A seller that the company said it is, beside its own name and tax id. */
export interface Seller extends SellerIdentity {
  readonly id: SellerId
  readonly createdAt: Date
}

export const SELLER = raw(`id, names, tax_id "taxId", addresses, created_at "createdAt"`)

export function allSellers(db: Db): Promise<Seller[]> {
  return db.many(sql<Seller>`select ${SELLER} from receivables.sellers where company_id = ${db.companyId}`)
}

/** A page of sellers, newest first. */
export function listSellers(db: Db, page: PageRequest): Promise<Seller[]> {
  return db.many(sql<Seller>`
    select ${SELLER} from receivables.sellers
    where company_id = ${db.companyId} and (${page.after}::uuid is null or id < ${page.after}::uuid)
    order by id desc limit ${page.limit + 1}`)
}

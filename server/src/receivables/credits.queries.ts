import type { CustomerId } from '../customers/index.ts'
import { type Db, join, raw, sql } from '../lib/db/index.ts'
import type { Id } from '../lib/ids.ts'
import type { PageRequest } from '../lib/pagination.ts'

/** Money a customer has with the company. Minor units. */
export interface Credit {
  id: Id<'crd'>
  customerId: CustomerId | null
  kind: 'prepayment' | 'overpayment'
  paymentId: Id<'pay'> | null
  currency: string
  amount: bigint
  used: bigint
  createdAt: Date
}

const CREDIT = raw(`id, customer_id "customerId", kind, payment_id "paymentId", currency, amount, used,
  created_at "createdAt"`)

/** A page of credits, newest first. */
export function listCredits(
  db: Db,
  page: PageRequest,
  customerId: CustomerId | undefined,
): Promise<Credit[]> {
  const where = [sql`company_id = ${db.companyId}`]
  if (page.after !== undefined) where.push(sql`id < ${page.after}`)
  if (customerId !== undefined) where.push(sql`customer_id = ${customerId}`)
  return db.many(sql<Credit>`
    select ${CREDIT} from receivables.credits where ${join(where, ' and ')} order by id desc limit ${page.limit + 1}`)
}

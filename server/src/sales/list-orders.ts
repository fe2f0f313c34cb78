import type { CustomerId } from '../customers/index.ts'
import { type Db, join, raw, type Statement, sql } from '../lib/db/index.ts'
import { amountBetween, type DocumentFilter, isByTime, madeBetween } from '../lib/list-filter.ts'
import type { PageRequest } from '../lib/pagination.ts'
import { MOST_FOUND, type Needle } from '../lib/search.ts'
import type { InvoiceId } from '../receivables/index.ts'
import type { OrderState } from './order.state.ts'
import { ORDER, type Order, type OrderId } from './orders.queries.ts'

export interface OrderFilter {
  customerId: CustomerId | undefined
  state: OrderState | undefined
  invoiceId: InvoiceId | undefined
  document: DocumentFilter
}

/** A page of orders, newest first: found by number, by the customer's own number, by the customer, or by amount. */
export async function listOrders(db: Db, page: PageRequest, filter: OrderFilter): Promise<Order[]> {
  const { customerId, state, invoiceId, document } = filter
  const where = [sql`o.company_id = ${db.companyId}`]
  if (customerId !== undefined) where.push(sql`o.customer_id = ${customerId}`)
  if (state !== undefined) where.push(sql`o.state = ${state}`)
  if (invoiceId !== undefined) where.push(sql`o.invoice_id = ${invoiceId}`)
  where.push(...madeBetween(raw('o.created_at'), document), ...amountBetween(raw('o.total'), document))
  if (document.needle !== undefined) where.push(await meant(db, document.needle))
  const byTime = isByTime(document)
  if (page.after !== undefined) where.push(after(db, page.after, byTime))
  return db.many(sql<Order>`
    select ${ORDER} from sales.orders o where ${join(where, ' and ')}
    order by ${byTime ? raw('o.created_at desc, o.id desc') : raw('o.id desc')} limit ${page.limit + 1}`)
}

function after(db: Db, id: string, byTime: boolean): Statement {
  return byTime
    ? sql`(o.created_at, o.id) < (
        select c.created_at, c.id from sales.orders c where c.company_id = ${db.companyId} and c.id = ${id})`
    : sql`o.id < ${id}`
}

async function meant(db: Db, { pattern, amounts, priced }: Needle): Promise<Statement> {
  const { found } = await db.one(sql<{ found: OrderId[] | null }>`
    select sales.search_orders(${db.companyId}, ${pattern}, ${amounts}, ${priced}, ${MOST_FOUND}) found`)
  return found === null
    ? sql`(o.words like ${pattern} or (o.total = any(${amounts}) and o.currency || o.total::text = any(${priced})))`
    : sql`o.id = any(${found}::uuid[])`
}

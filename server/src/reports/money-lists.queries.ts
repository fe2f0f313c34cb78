import { type Db, join, raw, type Statement, sql } from '../lib/db/index.ts'
import { amountBetween, type DocumentFilter, isByTime, madeBetween } from '../lib/list-filter.ts'
import type { PageRequest } from '../lib/pagination.ts'
import { rowLimit } from '../lib/row-limit.ts'
import {
  type PaymentId,
  type PaymentState,
  type RefundId,
  type RefundState,
  searchPayments,
} from '../payments/index.ts'
import { type RequestId, searchRequests } from '../requests/index.ts'

/** What a payment or refund was for, as its list shows it. */
export interface PaidFor {
  requestId: RequestId | null
  customerId: string | null
  customerName: string | null
  reference: string | null
}

interface Common extends DocumentFilter {
  customerId: string | undefined
}
export interface PaymentFilter extends Common {
  state: PaymentState | undefined
  status: PaymentStatus | undefined
  requestId: RequestId | undefined
}
export interface RefundFilter extends Common {
  status: RefundState | undefined
  paymentId: PaymentId | undefined
}
/** A payment's state, or that some of it was given back. */
export type PaymentStatus = PaymentState | 'refunded'

/** What nobody asked for by a request is its customer's. */
const PAID_FOR = raw(
  `r.id "requestId", coalesce(r.customer_id, c.id) "customerId", coalesce(r.customer_name, c.name) "customerName", r.reference`,
)
const NEWEST = raw('m.id desc')
const LATEST = raw('m.created_at desc, m.id desc')
const order = (filter: Common) => (isByTime(filter) ? LATEST : NEWEST)

/** A page of payments, newest first; as `listRequests`. */
export async function listPayments(
  db: Db,
  page: PageRequest,
  filter: PaymentFilter,
): Promise<({ id: PaymentId } & PaidFor)[]> {
  const where = [
    ...common(filter),
    ...ofCustomer(db, filter, raw('m.purpose_id')),
    ...paymentStatus(filter.status),
  ]
  if (filter.state !== undefined) where.push(sql`m.state = ${filter.state}`)
  if (filter.requestId !== undefined) where.push(sql`m.purpose_id = ${filter.requestId}`)
  if (filter.needle !== undefined) where.push((await meantOf(db, filter)).ofPayment)
  if (page.after !== undefined) {
    where.push(
      isByTime(filter)
        ? sql`(m.created_at, m.id) < (
            select c.created_at, c.id from payments.payments_view c where c.company_id = ${db.companyId} and c.id = ${page.after})`
        : sql`m.id < ${page.after}`,
    )
  }
  return db.many(sql<{ id: PaymentId } & PaidFor>`
    select m.id, ${PAID_FOR} from payments.payments_view m
    left join requests.requests_view r on r.company_id = m.company_id and r.id = m.purpose_id
    left join customers.customers_view c on c.company_id = m.company_id and c.id = m.purpose_id
    where m.company_id = ${db.companyId} and ${join(where, ' and ')} order by ${order(filter)} limit ${rowLimit(page.limit)}`)
}

/** A page of refunds, newest first. What a search finds of their payments finds them too. */
export async function listRefunds(
  db: Db,
  page: PageRequest,
  filter: RefundFilter,
): Promise<({ id: RefundId } & PaidFor)[]> {
  const where = [...common(filter), ...ofCustomer(db, filter, raw('p.purpose_id'))]
  if (filter.status !== undefined) where.push(sql`m.state = ${filter.status}`)
  if (filter.paymentId !== undefined) where.push(sql`m.payment_id = ${filter.paymentId}`)
  if (filter.needle !== undefined) where.push((await meantOf(db, filter)).ofRefund)
  if (page.after !== undefined) {
    where.push(
      isByTime(filter)
        ? sql`(m.created_at, m.id) < (
            select c.created_at, c.id from payments.refunds_view c where c.company_id = ${db.companyId} and c.id = ${page.after})`
        : sql`m.id < ${page.after}`,
    )
  }
  return db.many(sql<{ id: RefundId } & PaidFor>`
    select m.id, ${PAID_FOR} from payments.refunds_view m
    join payments.payments_view p on p.company_id = m.company_id and p.id = m.payment_id
    left join requests.requests_view r on r.company_id = p.company_id and r.id = p.purpose_id
    left join customers.customers_view c on c.company_id = p.company_id and c.id = p.purpose_id
    where m.company_id = ${db.companyId} and ${join(where, ' and ')} order by ${order(filter)} limit ${rowLimit(page.limit)}`)
}

function common(filter: Common): Statement[] {
  return [sql`true`, ...madeBetween(raw('m.created_at'), filter), ...amountBetween(raw('m.amount'), filter)]
}

/** For a request of the customer, or for the customer itself. */
function ofCustomer(db: Db, { customerId }: Common, purpose: Statement): Statement[] {
  if (customerId === undefined) return []
  return [
    sql`${purpose} in (
      select q.id from requests.requests_view q where q.company_id = ${db.companyId} and q.customer_id = ${customerId}
      union all select ${customerId}::uuid)`,
  ]
}

function paymentStatus(status: PaymentStatus | undefined): Statement[] {
  if (status === undefined) return []
  if (status === 'refunded') return [sql`m.state = 'succeeded' and m.refunded > 0`]
  return status === 'succeeded' ? [sql`m.state = 'succeeded' and m.refunded = 0`] : [sql`m.state = ${status}`]
}

/** What a search means: named where it finds few, looked at row by row where it finds many. */
async function meantOf(db: Db, { needle }: Common): Promise<{ ofPayment: Statement; ofRefund: Statement }> {
  const { pattern, amounts, priced } = needle ?? { pattern: '', amounts: [], priced: [] }
  const requests = needle === undefined ? [] : await searchRequests(db, needle)
  const payments = needle === undefined ? [] : await searchPayments(db, needle)
  const isAmount = sql`(m.amount = any(${amounts}) and m.currency || m.amount::text = any(${priced}))`
  if (requests === null || payments === null) {
    return {
      ofPayment: sql`(m.words like ${pattern} or r.words like ${pattern} or ${isAmount})`,
      ofRefund: sql`(p.words like ${pattern} or r.words like ${pattern} or ${isAmount})`,
    }
  }
  return {
    ofPayment: sql`(m.id = any(${payments}::uuid[]) or m.purpose_id = any(${requests}::uuid[]))`,
    ofRefund: sql`(p.id = any(${payments}::uuid[]) or p.purpose_id = any(${requests}::uuid[]) or ${isAmount})`,
  }
}

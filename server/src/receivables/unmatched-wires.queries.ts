import { type Db, sql } from '../lib/db/index.ts'
import type { PageRequest } from '../lib/pagination.ts'
import { CUSTOMER_PURPOSE, type Payment, type PaymentId } from '../payments/index.ts'

/** A wire of which something is still nobody's but its customer's. Minor units. */
export interface UnmatchedWire {
  id: PaymentId
  left: bigint
}

/** A page of them, newest first. What is over of one that is for a request is credit like any other. */
export function listUnmatchedWires(db: Db, page: PageRequest): Promise<UnmatchedWire[]> {
  const after = page.after === undefined ? sql`true` : sql`p.id < ${page.after}`
  return db.many(sql<UnmatchedWire>`
    select p.id, sum(c.amount - c.used)::bigint "left" from receivables.credits c
    join payments.payments_view p on p.company_id = c.company_id and p.id = c.payment_id
    where c.company_id = ${db.companyId} and c.kind = 'overpayment' and c.used < c.amount and p.method = 'wire'
      and p.purpose_type = ${CUSTOMER_PURPOSE} and p.state = 'succeeded' and ${after}
    group by p.id order by p.id desc limit ${page.limit + 1}`)
}

/** What of a payment is credit that nobody has used. Minor units. */
export async function unusedOf(db: Db, paymentId: PaymentId): Promise<bigint> {
  const { left } = await db.one(sql<{ left: bigint }>`
    select coalesce(sum(amount - used), 0)::bigint "left" from receivables.credits
    where company_id = ${db.companyId} and payment_id = ${paymentId} and kind = 'overpayment'`)
  return left
}

/** What of a wire has been applied to something, or left for good. Minor units. */
export async function appliedOf(db: Db, payment: Payment): Promise<bigint> {
  return payment.amount - (await unusedOf(db, payment.id))
}

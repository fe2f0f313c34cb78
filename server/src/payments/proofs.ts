import { sql } from '../lib/db/index.ts'
import type { Proof } from '../lib/proofs.ts'

/** M3.6: no more is refunded than was paid, and the payment's sums are its refunds' sums. */
const refundsFit: Proof = {
  name: 'refunds_fit',
  invariants: ['M3.6'],
  async find(db, limit) {
    const rows = await db.many(sql<{
      id: string
      amount: bigint
      refunded: bigint
      refunding: bigint
      done: bigint
      open: bigint
    }>`
      select p.id, p.amount, p.refunded, p.refunding, r.done, r.open
      from payments.payments p cross join lateral (
        select coalesce(sum(amount) filter (where state = 'succeeded'), 0)::bigint done,
          coalesce(sum(amount) filter (where state in ('requested', 'pending')), 0)::bigint open
        from payments.refunds r where r.company_id = ${db.companyId} and r.payment_id = p.id) r
      where p.company_id = ${db.companyId}
        and (r.done <> p.refunded or r.open <> p.refunding or r.done + r.open > p.amount)
      limit ${limit}`)
    return rows.map((row) => ({
      subjectId: row.id,
      message: `A payment of ${row.amount} says ${row.refunded} refunded and ${row.refunding} on the way; its refunds say ${row.done} and ${row.open} (minor units).`,
    }))
  },
}

/** M3.13, our half: every success has one posting of its amount, and every kept movement its fee. */
const successesArePosted: Proof = {
  name: 'successes_are_posted_once',
  invariants: ['M3.7', 'M3.13'],
  async find(db, limit) {
    const payments = await db.many(sql<{ id: string; amount: bigint; posted: bigint }>`
      select p.id, p.amount, coalesce(t.posted, 0)::bigint posted
      from payments.payments p left join (
        select "subjectId", sum(amount) posted from ledger.movements_view
        where "companyId" = ${db.companyId} and kind = 'payment_succeeded' group by 1
      ) t on t."subjectId" = p.id
      where p.company_id = ${db.companyId} and coalesce(t.posted, 0) <> case when p.state = 'succeeded' then p.amount else 0 end
      limit ${limit}`)
    const refunds = await db.many(sql<{ id: string; amount: bigint; posted: bigint }>`
      select r.id, r.amount, coalesce(t.posted, 0)::bigint posted
      from payments.refunds r left join (
        select "subjectId", sum(case kind when 'refund_succeeded' then amount else -amount end) posted
        from ledger.movements_view
        where "companyId" = ${db.companyId} and kind in ('refund_succeeded', 'refund_returned') group by 1
      ) t on t."subjectId" = r.id
      where r.company_id = ${db.companyId} and coalesce(t.posted, 0) <> case when r.state = 'succeeded' then r.amount else 0 end
      limit ${limit}`)
    const fees = await db.many(sql<{ id: string; fee: bigint; posted: bigint }>`
      select b.payment_id id, b.fee, coalesce(t.posted, 0)::bigint posted
      from (select payment_id, sum(fee)::bigint fee from payments.balance_transactions
        where company_id = ${db.companyId} group by 1) b
      left join (
        select "subjectId", sum(amount) posted from ledger.movements_view
        where "companyId" = ${db.companyId} and kind = 'processing_fee' group by 1
      ) t on t."subjectId" = b.payment_id
      where coalesce(t.posted, 0) <> b.fee limit ${limit}`)
    return [
      ...payments.map((row) => ({
        subjectId: row.id,
        message: `A payment of ${row.amount} has postings of ${row.posted} (minor units).`,
      })),
      ...refunds.map((row) => ({
        subjectId: row.id,
        message: `A refund of ${row.amount} has postings of ${row.posted} (minor units).`,
      })),
      ...fees.map((row) => ({
        subjectId: row.id,
        message: `A fee of ${row.fee} has postings of ${row.posted} (minor units).`,
      })),
    ]
  },
}

export const paymentProofs: readonly Proof[] = [refundsFit, successesArePosted]

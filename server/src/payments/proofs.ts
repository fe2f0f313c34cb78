import { sql } from '../lib/db/index.ts'
import { firstOf, type Proof } from '../lib/proofs.ts'
import { payoutsAgree } from './payouts/payout-proofs.ts'
import { tenderProofs } from './tenders/proofs.ts'
import { wireProofs } from './wire-proofs.ts'

/** M3.6: no more is refunded than was paid, and the payment's sums are its refunds' sums. */
const refundsFit: Proof = {
  name: 'refunds_fit',
  invariants: ['M3.6'],
  holds: (sums) =>
    sums.agree('payments.refunded', 'refunds.refunded') &&
    sums.agree('payments.refunding', 'refunds.refunding') &&
    sums.areZero('payments.overdrawn'),
  async find(db, limit) {
    const rows = await db.many(
      firstOf(
        sql<{
          id: string
          amount: bigint
          refunded: bigint
          refunding: bigint
          done: bigint
          open: bigint
        }>`
      select p.id, p.amount, p.refunded, p.refunding, coalesce(r.done, 0)::bigint done, coalesce(r.open, 0)::bigint open
      from payments.payments p left join (
        select payment_id, coalesce(sum(amount) filter (where state = 'succeeded'), 0)::bigint done,
          coalesce(sum(amount) filter (where state in ('requested', 'pending')), 0)::bigint open
        from payments.refunds where company_id = ${db.companyId} group by 1) r on r.payment_id = p.id
      where p.company_id = ${db.companyId} and (coalesce(r.done, 0) <> p.refunded or coalesce(r.open, 0) <> p.refunding
        or coalesce(r.done, 0) + coalesce(r.open, 0) > p.amount)`,
        limit,
      ),
    )
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
  holds: (sums) =>
    sums.agree('payments.amounts', 'payments.amounts_untaken', 'ledger.payments') &&
    sums.agree('ledger.refunds', 'ledger.refunds_returned', 'refunds.succeeded') &&
    sums.agree('ledger.fees', 'payments.fees', 'ledger.fees_returned'),
  async find(db, limit) {
    const payments = await db.many(
      firstOf(
        sql<{ id: string; amount: bigint; posted: bigint }>`
      select p.id, p.amount, coalesce(t.posted, 0)::bigint posted
      from payments.payments p left join (
        select "subjectId", sum(amount) posted, min(currency) least, max(currency) most from ledger.movements_view
        where "companyId" = ${db.companyId} and kind = 'payment_succeeded' group by 1
      ) t on t."subjectId" = p.id
      where p.company_id = ${db.companyId} and (t.least <> p.currency or t.most <> p.currency
        or coalesce(t.posted, 0) <> case when p.state in ('succeeded', 'returned', 'charged_back') then p.amount else 0 end)`,
        limit,
      ),
    )
    const refunds = await db.many(
      firstOf(
        sql<{ id: string; amount: bigint; posted: bigint }>`
      select r.id, r.amount, coalesce(t.posted, 0)::bigint posted
      from payments.refunds r left join (
        select "subjectId", sum(case kind when 'refund_succeeded' then amount else -amount end) posted, min(currency) least,
          max(currency) most
        from ledger.movements_view
        where "companyId" = ${db.companyId} and kind in ('refund_succeeded', 'refund_returned') group by 1
      ) t on t."subjectId" = r.id
      where r.company_id = ${db.companyId} and (t.least <> r.currency or t.most <> r.currency
        or coalesce(t.posted, 0) <> case when r.state = 'succeeded' then r.amount else 0 end)`,
        limit,
      ),
    )
    const fees = await db.many(
      firstOf(
        sql<{ id: string; fee: bigint; posted: bigint }>`
      select b.payment_id id, b.fee, coalesce(t.posted, 0)::bigint posted
      from (select payment_id, sum(fee)::bigint fee, min(currency) least, max(currency) most
        from payments.balance_transactions where company_id = ${db.companyId} group by 1) b
      left join (
        select "subjectId", sum(case kind when 'processing_fee' then amount else -amount end) posted, min(currency) least,
          max(currency) most
        from ledger.movements_view
        where "companyId" = ${db.companyId} and kind in ('processing_fee', 'processing_fee_returned') group by 1
      ) t on t."subjectId" = b.payment_id
      where coalesce(t.posted, 0) <> b.fee or t.least <> b.least or t.most <> b.most`,
        limit,
      ),
    )
    return [
      ...payments.map((row) => ({
        subjectId: row.id,
        message: `A payment of ${row.amount} has postings of ${row.posted} (minor units), or in another currency.`,
      })),
      ...refunds.map((row) => ({
        subjectId: row.id,
        message: `A refund of ${row.amount} has postings of ${row.posted} (minor units), or in another currency.`,
      })),
      ...fees.map((row) => ({
        subjectId: row.id,
        message: `A fee of ${row.fee} has postings of ${row.posted} (minor units), or in another currency.`,
      })),
    ]
  },
}

/** M4: what is under way at a bank stands on 1070, and what came back is posted once. */
const debitsArePosted: Proof = {
  name: 'debits_are_posted',
  invariants: ['M3.1', 'M3.13'],
  holds: (sums) =>
    sums.agree('ledger.debits_begun', 'ledger.debits_ended', 'payments.in_transit') &&
    sums.agree('ledger.returns', 'payments.returned'),
  async find(db, limit) {
    const rows = await db.many(
      firstOf(
        sql<{ id: string; state: string; amount: bigint; underWay: bigint; returned: bigint }>`
      select p.id, p.state, p.amount, coalesce(t.under_way, 0)::bigint "underWay", coalesce(t.returned, 0)::bigint returned
      from payments.payments p left join (
        select "subjectId", sum(case kind when 'debit_begun' then amount when 'debit_ended' then -amount else 0 end) under_way,
          sum(case kind when 'payment_returned' then amount else 0 end) returned
        from ledger.movements_view
        where "companyId" = ${db.companyId} and kind in ('debit_begun', 'debit_ended', 'payment_returned') group by 1
      ) t on t."subjectId" = p.id
      where p.company_id = ${db.companyId} and (
        coalesce(t.under_way, 0) <> case when p.method = 'ach' and p.state = 'processing' then p.amount else 0 end
        or coalesce(t.returned, 0) <> case when p.state = 'returned' then p.amount else 0 end)`,
        limit,
      ),
    )
    return rows.map((row) => ({
      subjectId: row.id,
      message: `A debit of ${row.amount} is ${row.state}; the books have ${row.underWay} of it under way and ${row.returned} come back (minor units).`,
    }))
  },
}

/** M4: what disputes took stands on 1080 until it is back or given up, and payments say what is gone for good. */
const disputesArePosted: Proof = {
  name: 'disputes_are_posted',
  invariants: ['M3.6', 'M3.13'],
  holds: (sums) =>
    sums.agree('ledger.to_disputed', 'disputes.withdrawn') &&
    sums.agree('ledger.from_disputed', 'disputes.left') &&
    sums.agree('payments.charged_back', 'disputes.charged_back'),
  async find(db, limit) {
    const disputes = await db.many(
      firstOf(
        sql<{
          id: string
          state: string | null
          amount: bigint | null
          taken: bigint
          ended: bigint
          regained: bigint
        }>`
      select coalesce(d.id, t."subjectId") id, d.state, d.amount, coalesce(t.taken, 0)::bigint taken, coalesce(t.ended, 0)::bigint ended,
        coalesce(t.regained, 0)::bigint regained
      from (select * from payments.disputes where company_id = ${db.companyId}) d full join (
        select "subjectId", sum(case kind when 'dispute_withdrawn' then amount else 0 end) taken,
          sum(case when kind in ('dispute_reinstated', 'dispute_lost') then amount else 0 end) ended,
          sum(case kind when 'dispute_regained' then amount else 0 end) regained, min(currency) least, max(currency) most
        from ledger.movements_view
        where "companyId" = ${db.companyId}
          and kind in ('dispute_withdrawn', 'dispute_reinstated', 'dispute_lost', 'dispute_regained') group by 1
      ) t on t."subjectId" = d.id
      where d.id is null or t.least <> d.currency or t.most <> d.currency
        or coalesce(t.taken, 0) <> case when d.withdrawn_at is null then 0 else d.amount end
        or coalesce(t.ended, 0) <> case when d.reinstated_at is null and d.charged_back_at is null then 0 else d.amount end
        or coalesce(t.regained, 0) <> case when d.reinstated_at is null or d.charged_back_at is null then 0 else d.amount end`,
        limit,
      ),
    )
    const payments = await db.many(
      firstOf(
        sql<{ id: string; says: bigint; gone: bigint }>`
      select p.id, p.charged_back says, coalesce(d.gone, 0)::bigint gone
      from payments.payments p left join (
        select payment_id, sum(amount) gone from payments.disputes
        where company_id = ${db.companyId} and charged_back_at is not null and reinstated_at is null group by 1
      ) d on d.payment_id = p.id
      where p.company_id = ${db.companyId} and (p.charged_back <> coalesce(d.gone, 0)
        or (p.state = 'charged_back') <> (p.charged_back > 0))`,
        limit,
      ),
    )
    return [
      ...disputes.map((row) => ({
        subjectId: row.id,
        message: `A dispute of ${row.amount ?? 0n} is ${row.state ?? 'unknown'}; the books have ${row.taken} taken, ${row.ended} ended and ${row.regained} regained (minor units), or another currency.`,
      })),
      ...payments.map((row) => ({
        subjectId: row.id,
        message: `A payment says ${row.says} charged back, its disputes ${row.gone} (minor units), or its state says otherwise.`,
      })),
    ]
  },
}

export const paymentProofs: readonly Proof[] = [
  refundsFit,
  successesArePosted,
  debitsArePosted,
  disputesArePosted,
  ...wireProofs,
  ...tenderProofs,
  payoutsAgree,
]

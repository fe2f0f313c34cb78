import { ACCOUNT } from '../../ledger/index.ts'
import { raw, sql } from '../../lib/db/index.ts'
import { firstOf, type Proof } from '../../lib/proofs.ts'

const TENDER = raw(`p.method in ('cash', 'cheque')`)

/** M4: cash and cheques lie in undeposited funds (1020) until they are banked, and nothing else ever does. */
const tendersAreHeld: Proof = {
  name: 'tenders_are_held',
  invariants: ['M3.13'],
  holds: (sums) =>
    sums.agree('ledger.tenders', 'payments.tenders') &&
    sums.agree('ledger.tenders_taken_back', 'payments.tenders_taken_back') &&
    sums.agree('ledger.banked', 'ledger.unbanked', 'tenders.at_bank') &&
    sums.agree('ledger.drawn', 'ledger.drawn_back', 'refunds.drawn') &&
    sums.agree('tenders.given', 'refunds.drawn_of'),
  async find(db, limit) {
    const rows = await db.many(
      firstOf(
        sql<{ id: string; amount: bigint; came: bigint; banked: bigint; given: bigint; went: bigint }>`
      select p.id, p.amount, coalesce(t.came, 0)::bigint came, coalesce(t.banked, 0)::bigint banked,
        coalesce(g.given, 0)::bigint given, coalesce(t.went, 0)::bigint went
      from payments.payments p
      left join payments.tenders n on n.company_id = p.company_id and n.id = p.id
      left join (
        select "subjectId",
          sum(case when kind = 'payment_succeeded' then amount else 0 end) came,
          sum(case kind when 'payment_banked' then amount when 'payment_unbanked' then -amount else 0 end) banked,
          sum(case when kind = 'payment_returned' then amount else 0 end) went
        from ledger.movements_view
        where "companyId" = ${db.companyId}
          and (debit = ${ACCOUNT.undepositedFunds} or credit = ${ACCOUNT.undepositedFunds}
            or kind in ('payment_banked', 'payment_unbanked')) group by 1
      ) t on t."subjectId" = p.id
      left join (
        select r.payment_id, sum(r.amount) filter (where r.from_drawer and r.state = 'succeeded') said,
          sum(case m.kind when 'refund_succeeded' then m.amount else -m.amount end) given
        from payments.refunds r
        left join ledger.movements_view m on m."companyId" = r.company_id and m."subjectId" = r.id
          and m.kind in ('refund_succeeded', 'refund_returned') and ${ACCOUNT.undepositedFunds} in (m.debit, m.credit)
        where r.company_id = ${db.companyId} and (r.from_drawer or m.kind is not null) group by 1
      ) g on g.payment_id = p.id
      where p.company_id = ${db.companyId} and (${TENDER} or t."subjectId" is not null or g.payment_id is not null) and (
        coalesce(g.given, 0) <> coalesce(n.given, 0) or coalesce(g.said, 0) <> coalesce(n.given, 0) or
        coalesce(t.came, 0) <> case when ${TENDER} and p.state in ('succeeded', 'returned') then p.amount else 0 end
        or coalesce(t.went, 0) <> case when ${TENDER} and p.state = 'returned' then p.amount else 0 end
        or coalesce(t.banked, 0) <> case when n.bank_deposit_id is not null and p.state <> 'returned'
          then p.amount - n.given else 0 end)`,
        limit,
      ),
    )
    return rows.map((row) => ({
      subjectId: row.id,
      message: `Of a payment of ${row.amount} undeposited funds have ${row.came} come, ${row.banked} banked, ${row.given} given back and ${row.went} gone (minor units), which its being cash or a cheque, banked, given or taken back does not say.`,
    }))
  },
}

/** A deposit comes to what was taken to the bank with it. */
const depositsAddUp: Proof = {
  name: 'bank_deposits_add_up',
  invariants: ['M3.13'],
  holds: (sums) => sums.agree('bank_deposits.amounts', 'tenders.deposited'),
  async find(db, limit) {
    const rows = await db.many(
      firstOf(
        sql<{ id: string; amount: bigint; banked: bigint }>`
      select d.id, d.amount, coalesce(t.banked, 0)::bigint banked
      from payments.bank_deposits d left join (
        select bank_deposit_id, sum(amount - given) banked, min(currency) least, max(currency) most
        from payments.tenders where company_id = ${db.companyId} and bank_deposit_id is not null group by 1
      ) t on t.bank_deposit_id = d.id
      where d.company_id = ${db.companyId} and (t.banked is distinct from case when d.undone_at is null then d.amount end
        or t.least <> d.currency or t.most <> d.currency)`,
        limit,
      ),
    )
    return rows.map((row) => ({
      subjectId: row.id,
      message: `A deposit of ${row.amount} is of payments of ${row.banked} (minor units), or of another currency.`,
    }))
  },
}

export const tenderProofs: readonly Proof[] = [tendersAreHeld, depositsAddUp]

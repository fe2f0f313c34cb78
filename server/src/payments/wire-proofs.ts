import { ACCOUNT } from '../ledger/index.ts'
import { raw, sql } from '../lib/db/index.ts'
import { firstOf, type Proof } from '../lib/proofs.ts'

const BY_HAND = raw(`p.method = 'wire' and p.processor_reference is null`)

/** M4: money of wires that were booked by hand stands at the company's own bank (1010), and none of any other payment. */
const wiresAreAtTheBank: Proof = {
  name: 'wires_are_at_the_bank',
  invariants: ['M3.13'],
  holds: (sums) =>
    sums.agree('ledger.wires', 'payments.wires') &&
    sums.agree('ledger.wires_taken_back', 'payments.wires_taken_back'),
  async find(db, limit) {
    const rows = await db.many(
      firstOf(
        sql<{ id: string; amount: bigint; came: bigint; went: bigint }>`
      select p.id, p.amount, coalesce(t.came, 0)::bigint came, coalesce(t.went, 0)::bigint went
      from payments.payments p left join (
        select "subjectId", sum(case kind when 'payment_succeeded' then amount else 0 end) came,
          sum(case kind when 'payment_returned' then amount else 0 end) went
        from ledger.movements_view
        where "companyId" = ${db.companyId} and ((kind = 'payment_succeeded' and debit = ${ACCOUNT.bank})
          or (kind = 'payment_returned' and credit = ${ACCOUNT.bank})) group by 1
      ) t on t."subjectId" = p.id
      where p.company_id = ${db.companyId} and (
        coalesce(t.came, 0) <> case when ${BY_HAND} and p.state in ('succeeded', 'returned') then p.amount else 0 end
        or coalesce(t.went, 0) <> case when ${BY_HAND} and p.state = 'returned' then p.amount else 0 end)`,
        limit,
      ),
    )
    return rows.map((row) => ({
      subjectId: row.id,
      message: `Of a payment of ${row.amount} the books have ${row.came} come to the bank and ${row.went} gone from it (minor units), which its being booked by hand or not does not say.`,
    }))
  },
}

/** M4: a wire through the processor stands in the customer's cash (1060) until it is drawn, as far as it was. */
const cashIsDrawn: Proof = {
  name: 'cash_is_drawn',
  invariants: ['M3.13'],
  holds: (sums) =>
    sums.agree('ledger.cash_came', 'payments.cash_came') && sums.agree('ledger.cash_drawn', 'draws.drawn'),
  async find(db, limit) {
    const rows = await db.many(
      firstOf(
        sql<{ id: string; amount: bigint; came: bigint; posted: bigint; drawn: bigint }>`
      select p.id, p.amount, coalesce(t.came, 0)::bigint came, coalesce(t.posted, 0)::bigint posted,
        coalesce(d.drawn, 0)::bigint drawn
      from payments.payments p left join (
        select "subjectId", sum(case debit when ${ACCOUNT.customerCash} then amount else 0 end) came,
          sum(case credit when ${ACCOUNT.customerCash} then amount else 0 end) posted
        from ledger.movements_view
        where "companyId" = ${db.companyId} and (debit = ${ACCOUNT.customerCash} or credit = ${ACCOUNT.customerCash})
        group by 1
      ) t on t."subjectId" = p.id
      left join (
        select payment_id, sum(amount) drawn from payments.cash_draws
        where company_id = ${db.companyId} and state = 'drawn' group by 1) d on d.payment_id = p.id
      where p.company_id = ${db.companyId} and (
        coalesce(t.came, 0) <> case when ${AT_PROCESSOR} and p.state = 'succeeded' then p.amount else 0 end
        or coalesce(t.posted, 0) <> coalesce(d.drawn, 0) or coalesce(d.drawn, 0) > coalesce(t.came, 0))`,
        limit,
      ),
    )
    return rows.map((row) => ({
      subjectId: row.id,
      message: `Of a payment of ${row.amount} the books have ${row.came} come as a customer's cash and ${row.posted} drawn of it; its draws say ${row.drawn} (minor units).`,
    }))
  },
}

const AT_PROCESSOR = raw(`p.method = 'wire' and p.processor_reference is not null`)

export const wireProofs: readonly Proof[] = [wiresAreAtTheBank, cashIsDrawn]

import { sql } from '../lib/db/index.ts'
import { firstOf, type Proof } from '../lib/proofs.ts'

/** M3.5: what is used of a credit is what it settles, was refunded of it and went with its payment; one that is void is all used. */
const creditsAreProven: Proof = {
  name: 'credits_are_proven',
  invariants: ['M3.5'],
  holds: (sums) =>
    sums.agree('credits.used', 'applications.of_credits', 'refunds.of_credits', 'credits.returned'),
  async find(db, limit) {
    const rows = await db.many(
      firstOf(
        sql<{ id: string; amount: bigint; used: bigint; applied: bigint; refunded: bigint }>`
      select c.id, c.amount, c.used, coalesce(a.applied, 0)::bigint applied, coalesce(r.refunded, 0)::bigint refunded
      from receivables.credits c
      left join (select source_id, sum(amount) applied from receivables.applications
        where company_id = ${db.companyId} and source_type = 'credit' group by 1) a on a.source_id = c.id
      left join (select x.credit_id, sum(x.amount) refunded from receivables.refund_allocations x
        join payments.refunds_view y on y.company_id = x.company_id and y.id = x.refund_id
        where x.company_id = ${db.companyId} and x.credit_id is not null and y.state not in ('failed', 'canceled')
        group by 1) r on r.credit_id = c.id
      where c.company_id = ${db.companyId} and coalesce(a.applied, 0) + coalesce(r.refunded, 0) + c.returned
        <> case when c.voided_at is null then c.used else 0 end`,
        limit,
      ),
    )
    return rows.map((row) => ({
      subjectId: row.id,
      message: `A credit of ${row.amount} says ${row.used} used; its applications say ${row.applied}, its refunds ${row.refunded} (minor units).`,
    }))
  },
}

/** M3.5, M3.14: every credit note is worth one credit of its sum, and is void together with it. */
const creditNotesAddUp: Proof = {
  name: 'credit_notes_add_up',
  invariants: ['M3.5', 'M3.14'],
  holds: (sums) =>
    sums.agree('credit_notes.worth', 'credits.of_notes') &&
    sums.agree('credit_notes.voided', 'credits.voided'),
  async find(db, limit) {
    const rows = await db.many(
      firstOf(
        sql<{ id: string; number: string; worth: bigint; amount: bigint | null }>`
      select n.id, n.number, (n.total + n.rounding)::bigint worth, c.amount
      from receivables.credit_notes n
      left join receivables.credits c on c.company_id = n.company_id and c.credit_note_id = n.id
      where n.company_id = ${db.companyId} and (c.id is null or c.amount <> n.total + n.rounding
        or (n.state = 'void') <> (c.voided_at is not null))`,
        limit,
      ),
    )
    return rows.map(({ id, number, worth, amount }) => ({
      subjectId: id,
      message: `Credit note ${number} comes to ${worth}, its credit to ${amount ?? 'nothing'} (minor units), or only one of them is void.`,
    }))
  },
}

/** No gap in the company's own series of credit notes. */
const creditNoteNumbersHaveNoGap: Proof = {
  name: 'credit_note_numbers_have_no_gap',
  invariants: ['M3.3'],
  holds: (sums) => sums.areZero('credit_notes.missing', 'credit_notes.below_one'),
  async find(db, limit) {
    const rows = await db.many(sql<{ sequence: bigint; place: bigint; id: string }>`
      select * from (
        select id, sequence, row_number() over (order by sequence) place from receivables.credit_notes
        where company_id = ${db.companyId} and series = 'own') numbered
      where sequence <> place order by place limit ${limit > 1 ? 1 : limit}`)
    return rows.map((row) => ({
      subjectId: row.id,
      message: `Credit note number ${row.place} is missing: ${row.sequence} stands in its place.`,
    }))
  },
}

/** ADR 38: what was approved is issued as it was, and what was not is no credit note. */
const approvedAreIssued: Proof = {
  name: 'approved_credit_notes_are_issued',
  invariants: ['M3.3'],
  holds: (sums) => sums.agree('credit_note_proposals.issued', 'credit_notes.proposed'),
  async find(db, limit) {
    const rows = await db.many(
      firstOf(
        sql<{ id: string; state: string; total: bigint; worth: bigint | null }>`
      select p.id, p.state, p.total, (n.total + n.rounding)::bigint worth
      from receivables.credit_note_proposals p
      left join receivables.credit_notes n on n.company_id = p.company_id and n.id = p.id
      where p.company_id = ${db.companyId} and ((p.state = 'issued') <> (n.id is not null)
        or n.total + n.rounding <> p.total)`,
        limit,
      ),
    )
    return rows.map(({ id, state, total, worth }) => ({
      subjectId: id,
      message: `A credit note of ${total} that is ${state} is issued as ${worth ?? 'nothing'} (minor units).`,
    }))
  },
}

export const creditProofs: readonly Proof[] = [
  creditsAreProven,
  creditNotesAddUp,
  creditNoteNumbersHaveNoGap,
  approvedAreIssued,
]

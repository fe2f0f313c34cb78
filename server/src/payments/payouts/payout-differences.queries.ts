import { ACCOUNT } from '../../ledger/index.ts'
import { type Db, raw, type Statement, sql } from '../../lib/db/index.ts'
import type { Tally } from '../../lib/tallies.ts'

/** What does not agree about a payout: what is expected, and what there is instead. Minor units. */
export interface PayoutDifference {
  id: string
  what: 'in_transit' | 'at_bank' | 'on_balance' | 'lines' | 'line_unknown' | 'line_differs' | 'movement'
  expected: bigint
  /** Null where it is posted in another currency. */
  found: bigint | null
  currency: string
  reference: string
}

const IS_GONE = raw(`p.state in ('scheduled', 'in_transit', 'paid')`)

/**
 * Where payouts, what they are made of, what they took from the processor's balance and their postings do not agree
 * (M3.13). Each entry of the ledger is looked up by its payout: there is one a day, of however many payments.
 */
export function payoutDifferences(db: Db): Statement<PayoutDifference> {
  return sql<PayoutDifference>`
    select p.id, d.what, d.expected, d.found, p.currency, p.processor_reference reference
    from payments.payouts p
    cross join lateral (
      select coalesce(sum(case when m.debit = ${ACCOUNT.payoutsInTransit} then m.amount
          when m.credit = ${ACCOUNT.payoutsInTransit} then -m.amount else 0 end), 0)::bigint transit,
        coalesce(sum(case when m.debit = ${ACCOUNT.bank} then m.amount
          when m.credit = ${ACCOUNT.bank} then -m.amount else 0 end), 0)::bigint bank,
        coalesce(max(m.currency), p.currency) most, coalesce(min(m.currency), p.currency) least
      from ledger.movements_view m where m."companyId" = p.company_id and m."subjectId" = p.id) posted
    cross join lateral (
      select coalesce(sum(a.gross - a.fee), 0)::bigint moved from payments.account_movements a
      where a.company_id = p.company_id and a.payout_id = p.id) taken
    cross join lateral (
      select coalesce(sum(l.gross - l.fee), 0)::bigint net from payments.payout_lines l
      where l.company_id = p.company_id and l.payout_id = p.id) made
    cross join lateral (values
      ('in_transit', case when p.state in ('scheduled', 'in_transit') then p.amount else 0 end,
        case when posted.least = p.currency and posted.most = p.currency then posted.transit end),
      ('at_bank', case when p.state = 'paid' then p.amount else 0 end,
        case when posted.least = p.currency and posted.most = p.currency then posted.bank end),
      ('on_balance', case when ${IS_GONE} then -p.amount else 0 end, taken.moved),
      ('lines', case when p.listed_at is null then made.net else p.amount end, made.net)
    ) d(what, expected, found)
    where p.company_id = ${db.companyId} and d.found is distinct from d.expected
    union all
    select l.payout_id, case when l.booked is null then 'line_unknown' else 'line_differs' end, l.gross - l.fee,
      coalesce(l.booked, 0), l.currency, l.processor_reference
    from payments.payout_lines_view l
    where l.company_id = ${db.companyId} and l.booked is distinct from l.gross - l.fee
    union all
    select a.id, 'movement', a.gross - a.fee, posted.moved, a.currency, a.processor_reference
    from payments.account_movements a
    cross join lateral (
      select coalesce(sum(case when m.debit = ${ACCOUNT.processorBalance} then m.amount
          when m.credit = ${ACCOUNT.processorBalance} then -m.amount else 0 end)
        filter (where m.currency = a.currency), 0)::bigint moved
      from ledger.movements_view m where m."companyId" = a.company_id and m."subjectId" = a.id) posted
    where a.company_id = ${db.companyId} and a.payout_id is null and posted.moved <> a.gross - a.fee`
}

/** How many there are: few rows are read for it where all agree. */
export const payoutTally: Tally = (db) => sql`
  select json_build_object('payouts.differing', count(*)::text) sums from (${payoutDifferences(db)}) differing`

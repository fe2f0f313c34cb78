import { ACCOUNT } from '../ledger/index.ts'
import { type Db, raw, sql } from '../lib/db/index.ts'
import { type Range, within } from './report-range.ts'

/** What came in and went out by one method on one day. Minor units. */
export interface Takings {
  day: string
  method: string
  currency: string
  payments: bigint
  gross: bigint
  refunds: bigint
  refunded: bigint
  fees: bigint
}

const GIVEN_BACK = raw(`kind in ('refund_succeeded', 'refund_returned', 'payment_returned',
  'dispute_withdrawn', 'dispute_reinstated', 'dispute_regained')`)

/** Money on its way between the balance and the bank is neither taken nor spent. */
const IS_TAKING = raw(`m."subjectType" <> 'payout' and m.kind <> 'balance_topped_up'`)

/** What came past the processor, to the company's bank or its hands, and went back the same way. */
const cameOtherwise = () => sql`(
  m.kind in ('payment_succeeded', 'payment_returned') and (m.debit in (${ACCOUNT.bank}, ${ACCOUNT.undepositedFunds})
    or m.credit in (${ACCOUNT.bank}, ${ACCOUNT.undepositedFunds}))
  or m.kind in ('refund_succeeded', 'refund_returned')
    and (${ACCOUNT.bank} in (m.debit, m.credit) or ${ACCOUNT.undepositedFunds} in (m.debit, m.credit))
    and p.method in ('cash', 'cheque'))`

/**
 * From the ledger: what moved the processor's balance, but for payouts, and what came past it. So the sums of all days of
 * what is charged are what the account stands at and what was paid out of it. A refund that came back counts against what was refunded, on the day that it
 * came back; what a bank took back, of a debit or in a dispute, is given back too, if not by us.
 */
export function listTakings(db: Db, range: Range): Promise<Takings[]> {
  return db.many(sql<Takings>`
    select day::text, method, currency,
      count(*) filter (where kind = 'payment_succeeded') payments,
      coalesce(sum(moved) filter (where kind = 'payment_succeeded'), 0)::bigint gross,
      count(*) filter (where kind = 'refund_succeeded') refunds,
      -coalesce(sum(moved) filter (where ${GIVEN_BACK}), 0)::bigint refunded,
      -coalesce(sum(moved) filter (where kind <> 'payment_succeeded' and not ${GIVEN_BACK}), 0)::bigint fees
    from (
      select (m.at at time zone ${range.company.timeZone})::date "day", m.kind, m.currency, coalesce(p.method, 'other') method,
        case when m.debit in (${ACCOUNT.processorBalance}, ${ACCOUNT.bank}, ${ACCOUNT.undepositedFunds}) then m.amount else -m.amount end moved
      from ledger.movements_view m
      left join payments.refunds_view f
        on m."subjectType" = 'refund' and f.company_id = m."companyId" and f.id = m."subjectId"
      left join payments.disputes_view d
        on m."subjectType" = 'dispute' and d.company_id = m."companyId" and d.id = m."subjectId"
      left join payments.payments_view p
        on p.company_id = m."companyId"
        and p.id = case when m."subjectType" = 'payment' then m."subjectId" else coalesce(f.payment_id, d.payment_id) end
      where m."companyId" = ${db.companyId} and ${within(raw('m.at'), range)}
        and (${ACCOUNT.processorBalance} in (m.debit, m.credit) or ${cameOtherwise()}) and ${IS_TAKING}) moves
    group by day, method, currency order by day, method, currency`)
}

/** What became of requests that were sent in a period. */
export interface RequestFunnel {
  currency: string
  sent: bigint
  opened: bigint
  paid: bigint
  voided: bigint
  asked: bigint
  paidAmount: bigint
  /** Medians, in seconds; null where there is none. */
  secondsToOpen: number | null
  secondsToPay: number | null
}

export function listFunnel(db: Db, range: Range): Promise<RequestFunnel[]> {
  return db.many(sql<RequestFunnel>`
    select currency, count(*) sent, count(opened_at) opened, count(settled_at) paid,
      count(*) filter (where state = 'voided') voided, sum(total)::bigint asked,
      coalesce(sum(total) filter (where settled_at is not null), 0)::bigint "paidAmount",
      percentile_cont(0.5) within group (order by extract(epoch from opened_at - sent_at)::float8) "secondsToOpen",
      percentile_cont(0.5) within group (order by extract(epoch from settled_at - sent_at)::float8) "secondsToPay"
    from requests.sent_view r
    where r.company_id = ${db.companyId} and ${within(raw('r.sent_at'), range)}
    group by currency order by currency`)
}

import { ACCOUNT } from '../ledger/index.ts'
import { type Db, raw, sql } from '../lib/db/index.ts'
import { type Range, within } from './report-range.ts'

/** What one way to pay cost in a period. Minor units. */
export interface Fees {
  method: string
  currency: string
  payments: bigint
  gross: bigint
  processing: bigint
  returns: bigint
}

/**
 * From the ledger: what was booked on processing fees (5100) and on fees of returns and disputes (5110), by the method of
 * the payment that it is of, beside what came in by that method. What came back of a fee counts against it.
 */
export function listFees(db: Db, range: Range): Promise<Fees[]> {
  return db.many(sql<Fees>`
    select coalesce(p.method, 'other') method, m.currency,
      count(*) filter (where m.kind = 'payment_succeeded') payments,
      coalesce(sum(m.amount) filter (where m.kind = 'payment_succeeded'), 0)::bigint gross,
      coalesce(sum(m.amount) filter (where m.debit = ${ACCOUNT.processingFees}), 0)::bigint
        - coalesce(sum(m.amount) filter (where m.credit = ${ACCOUNT.processingFees}), 0)::bigint processing,
      coalesce(sum(m.amount) filter (where m.debit = ${ACCOUNT.returnFees}), 0)::bigint
        - coalesce(sum(m.amount) filter (where m.credit = ${ACCOUNT.returnFees}), 0)::bigint returns
    from ledger.movements_view m
    left join payments.refunds_view f
      on m."subjectType" = 'refund' and f.company_id = m."companyId" and f.id = m."subjectId"
    left join payments.disputes_view d
      on m."subjectType" = 'dispute' and d.company_id = m."companyId" and d.id = m."subjectId"
    left join payments.payments_view p
      on p.company_id = m."companyId"
      and p.id = case when m."subjectType" = 'payment' then m."subjectId" else coalesce(f.payment_id, d.payment_id) end
    where m."companyId" = ${db.companyId} and ${within(raw('m.at'), range)}
      and (m.kind = 'payment_succeeded' or m.debit in (${ACCOUNT.processingFees}, ${ACCOUNT.returnFees})
        or m.credit in (${ACCOUNT.processingFees}, ${ACCOUNT.returnFees}))
    group by 1, 2 order by 1, 2`)
}

import { ACCOUNT } from '../../ledger/index.ts'
import { type Db, type Statement, sql } from '../../lib/db/index.ts'
import { type DayEnd, endOf, openAt } from '../aging/open-at.ts'
import { DISPUTE_LOST } from '../charge-back-payment.ts'
import type { InvoiceId } from '../invoices.queries.ts'
import { PAYMENT_RETURNED } from '../return-payment.ts'
import type { StatementRowType } from './statements.queries.ts'

export interface Account {
  customerId: string
  currency: string
}

/** What was open of an invoice at the end of a day, and what of it is now. Minor units. */
export interface OpenItem {
  id: InvoiceId
  number: string
  issuedOn: string
  dueOn: string | null
  total: bigint
  open: bigint
  openNow: bigint
  inFlight: bigint
  isRecovery: boolean
}

/** The oldest due first. */
export function listOpenItems(db: Db, { customerId, currency }: Account, end: DayEnd): Promise<OpenItem[]> {
  return db.many(sql<OpenItem>`
    select i.id, i.number, i.issued_on::text "issuedOn", i.due_on::text "dueOn", p.due total, o.open,
      p.open "openNow", p.in_flight "inFlight", i.recovers_payment_id is not null "isRecovery"
    from (${openAt(db, end, customerId)}) o
    join receivables.invoices i on i.company_id = ${db.companyId} and i.id = o.id
    join receivables.payables p on p.company_id = i.company_id and p.id = i.id
    where o.currency = ${currency} order by i.due_on nulls last, i.id`)
}

/** The currencies in which a customer owed something at the end of a day. */
export async function listCurrencies(db: Db, customerId: string, end: DayEnd): Promise<string[]> {
  const rows = await db.many(sql<{ currency: string }>`
    select distinct o.currency from (${openAt(db, end, customerId)}) o order by 1`)
  return rows.map(({ currency }) => currency)
}

/** What changed what a customer owed. Minor units, below zero where less was owed by it. */
export interface Movement {
  day: string
  type: StatementRowType
  label: string
  dueOn: string | null
  amount: bigint
}

/** From a day, or from the beginning, to the end of another, in the order in which it happened. */
export function listMovements(
  db: Db,
  account: Account,
  from: string | null,
  end: DayEnd,
  most: number,
): Promise<Movement[]> {
  return db.many(sql<Movement>`
    select day::text, type, label, due_on::text "dueOn", amount from (${movements(db, account, end)}) m
    where amount <> 0 and (${from}::date is null or day >= ${from}::date) order by at, place, label limit ${most}`)
}

/** What was owed when the day before ended. */
export async function balanceBefore(db: Db, account: Account, day: string, end: DayEnd): Promise<bigint> {
  const { balance } = await db.one(sql<{ balance: bigint }>`
    select coalesce(sum(amount), 0)::bigint balance from (${movements(db, account, end)}) m where day < ${day}::date`)
  return balance
}

/**
 * Columns: at, day, place, type, label, due_on, amount. What one act did to several invoices is one row. What a recovery
 * invoice claims is posted with what is taken back, so it is read from the invoice, and stands behind that.
 */
function movements(db: Db, { customerId, currency }: Account, end: DayEnd): Statement {
  return sql`
    select m.at, (m.at at time zone ${end.timeZone})::date as day, 1 place, case
        when bool_or(m.kind = 'invoice_written_off') then 'write_off'
        when bool_or(m.kind = 'write_off_recovered') then 'write_off_undone'
        when bool_or(m.kind = 'invoice_voided') then 'void'
        when bool_or(m.kind = 'invoice_corrected') then 'correction' else 'invoice' end type,
      i.number label, i.due_on, sum(case when m.debit = ${ACCOUNT.receivable} then m.amount else -m.amount end)::bigint amount
    from receivables.invoices i
    join ledger.movements_view m on m."companyId" = i.company_id and m."subjectId" = i.id
    where i.company_id = ${db.companyId} and i.customer_id = ${customerId} and i.currency = ${currency}
      and m."companyId" = ${db.companyId} and ${ACCOUNT.receivable} in (m.debit, m.credit)
      and m.kind <> 'opening_application' and m.at < ${endOf(end)}
    group by i.id, i.number, i.due_on, m.at, m.kind in ('invoice_written_off', 'write_off_recovered')
    union all
    select a.at, (a.at at time zone ${end.timeZone})::date, 2, case
        when a.source_type = 'opening' then 'prepaid'
        when a.source_type = 'payment' and a.amount > 0 then case a.reason
          when 'refund_failed' then 'refund_undone' when 'dispute_won' then 'payment_regained' else 'payment' end
        when a.source_type = 'payment' then case a.reason
          when 'refund' then 'refund' when ${PAYMENT_RETURNED} then 'payment_returned'
          when ${DISPUTE_LOST} then 'payment_disputed' else 'payment_undone' end
        when a.amount > 0 then 'credit' else 'credit_taken_back' end,
      string_agg(distinct i.number, ', '), null::date, -sum(a.amount)::bigint
    from receivables.invoices i
    join receivables.applications a on a.company_id = i.company_id and a.payable_id = i.id
    where i.company_id = ${db.companyId} and i.customer_id = ${customerId} and i.currency = ${currency}
      and a.at < ${endOf(end)}
    group by a.source_id, a.at, 4
    union all
    select coalesce((
        select max(a.at) from receivables.applications a
        where a.company_id = i.company_id and a.source_id = i.recovers_payment_id and a.amount < 0
          and (a.at at time zone ${end.timeZone})::date = i.issued_on),
        i.issued_on::timestamp at time zone ${end.timeZone}), i.issued_on, 3, 'recovery_invoice', i.number, i.due_on, i.total
    from receivables.invoices i
    where i.company_id = ${db.companyId} and i.customer_id = ${customerId} and i.currency = ${currency}
      and i.charge_back_id is not null and i.issued_on <= ${end.day}::date`
}

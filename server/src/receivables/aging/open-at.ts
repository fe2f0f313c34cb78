import { ACCOUNT } from '../../ledger/index.ts'
import { type Db, raw, type Statement, sql } from '../../lib/db/index.ts'

/** The end of a day, as a company counts days. */
export interface DayEnd {
  /** YYYY-MM-DD. */
  day: string
  timeZone: string
}

/** The first moment after the day. */
export function endOf({ day, timeZone }: DayEnd): Statement {
  return sql`((${day}::date + 1)::timestamp at time zone ${timeZone})`
}

/**
 * What was open of each invoice at the end of a day: what is open now, less what was posted and applied after it. So it
 * is what account 1100 stood at, and takes as long as there are open invoices and things that happened since. An
 * invoice that was settled by money from before it was written is below zero between the two, as the account is.
 * Columns: id, customer_id, currency, due_on, open.
 *
 * What happened since is gathered once, and each of its invoices is looked up. Left to choose, PostgreSQL gathers it anew
 * for each invoice of a company whose tables it has not counted yet, as right after an import: minutes for thousands.
 */
export function openAt(db: Db, end: DayEnd, customerId: string | null = null): Statement {
  const ofCustomer = customerId === null ? raw('true') : sql`p.customer_id = ${customerId}`
  return sql`
    select id, customer_id, currency, due_on, sum(amount)::bigint open from (
      select p.id, p.customer_id, p.currency, p.due_on, p.open amount from receivables.payables p
      where p.company_id = ${db.companyId} and p.open > 0 and p.kind = 'invoice' and ${ofCustomer}
      union all
      select p.id, p.customer_id, p.currency, p.due_on, l.amount
      from (
        with moved as materialized (select id, sum(amount) amount from (${movedSince(db, end)}) each group by id)
        select * from moved) l
      cross join lateral (
        select p.id, p.customer_id, p.currency, p.due_on from receivables.payables p
        where p.company_id = ${db.companyId} and p.id = l.id and p.kind = 'invoice' and ${ofCustomer} limit 1) p) parts
    group by id, customer_id, currency, due_on having sum(amount) <> 0`
}

/**
 * What took from the open sums of payables after a day, to be added again. Openings are posted and applied: once. What a
 * recovery invoice claims is posted with what is taken back, and claimed the same day.
 */
function movedSince(db: Db, end: DayEnd): Statement {
  return sql`
    select a.payable_id id, a.amount from receivables.applications a
    where a.company_id = ${db.companyId} and a.at >= ${endOf(end)}
    union all
    select m."subjectId", case when m.debit = ${ACCOUNT.receivable} then -m.amount else m.amount end
    from ledger.movements_view m
    where m."companyId" = ${db.companyId} and m.at >= ${endOf(end)} and m."subjectType" = 'invoice'
      and ${ACCOUNT.receivable} in (m.debit, m.credit) and m.kind <> 'opening_application'
    union all
    select i.id, -i.total from receivables.invoices i
    where i.company_id = ${db.companyId} and i.charge_back_id is not null and i.issued_on > ${end.day}::date`
}

/**
 * What customers had as credit and prepayment (2100, 2110) that was not applied at the end of a day. What happened after
 * it is taken from the ledger, by whom the payment, refund, dispute, credit note or application was of.
 * Columns: customer_id, currency, unapplied.
 */
export function unappliedAt(db: Db, end: DayEnd): Statement {
  const { customerCredits, customerPrepayments } = ACCOUNT
  return sql`
    select customer_id, currency, sum(amount)::bigint unapplied from (
      select customer_id, currency, amount - used amount from receivables.credits
      where company_id = ${db.companyId} and amount > used
      union all
      select ${ownerOf(db)}, s.currency, -s.amount from (
        select m."subjectType" type, m."subjectId" id, m.currency,
          sum((m.credit in (${customerCredits}, ${customerPrepayments}))::int * m.amount
            - (m.debit in (${customerCredits}, ${customerPrepayments}))::int * m.amount)::bigint amount
        from ledger.movements_view m
        where m."companyId" = ${db.companyId} and m.at >= ${endOf(end)}
          and (m.credit in (${customerCredits}, ${customerPrepayments})
            or m.debit in (${customerCredits}, ${customerPrepayments}))
        group by 1, 2, 3) s
      where s.amount <> 0) parts
    group by customer_id, currency having sum(amount) <> 0`
}

/** Whose credit a posting `s` moved; null where nobody is known. */
function ownerOf(db: Db): Statement {
  const ofPayment = (payment: Statement) => sql`(
    select c.customer_id from receivables.credits c
    where c.company_id = ${db.companyId} and c.payment_id = ${payment} and c.customer_id is not null
    order by c.id desc limit 1)`
  return sql`case s.type
    when 'credit_note' then (
      select n.customer_id from receivables.credit_notes n where n.company_id = ${db.companyId} and n.id = s.id)
    when 'application' then (
      select c.customer_id from receivables.applications a
      join receivables.credits c on c.company_id = a.company_id and c.id = a.source_id
      where a.company_id = ${db.companyId} and a.id = s.id)
    when 'refund' then coalesce((
      select c.customer_id from receivables.refund_allocations r
      join receivables.credits c on c.company_id = r.company_id and c.id = r.credit_id
      where r.company_id = ${db.companyId} and r.refund_id = s.id limit 1),
      ${ofPayment(sql`(select f.payment_id from payments.refunds_view f where f.company_id = ${db.companyId} and f.id = s.id)`)})
    when 'dispute' then
      ${ofPayment(sql`(select d.payment_id from payments.disputes_view d where d.company_id = ${db.companyId} and d.id = s.id)`)}
    else ${ofPayment(sql`s.id`)} end`
}

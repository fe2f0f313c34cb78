import { type Db, join, sql } from '../lib/db/index.ts'

/** One transfer of an entry: `amount` minor units went from the credit to the debit account. */
export interface JournalLine {
  id: string
  entryId: string
  at: Date
  kind: string
  subjectType: string
  subjectId: string
  reverses: string | null
  debit: number
  credit: number
  amount: bigint
  currency: string
}

/** Days of a time zone, both included. */
interface Days {
  from: string
  to: string
  timeZone: string
}

/** Transfers of a period, the newest first; `after` is the transfer after which the page starts. */
export function listJournal(
  db: Db,
  { from, to, timeZone }: Days,
  { account }: { account: number | undefined },
  { limit, after }: { limit: number; after: string | undefined },
): Promise<JournalLine[]> {
  const where = [
    sql`e.company_id = ${db.companyId}`,
    sql`e.at >= (${from}::date)::timestamp at time zone ${timeZone}`,
    sql`e.at < (${to}::date + 1)::timestamp at time zone ${timeZone}`,
  ]
  if (account !== undefined) where.push(sql`(t.debit = ${account} or t.credit = ${account})`)
  if (after !== undefined)
    where.push(sql`(e.at, t.id) < (select e.at, t.id from ledger.transfers t
      join ledger.entries e on e.company_id = t.company_id and e.id = t.entry_id
      where t.company_id = ${db.companyId} and t.id = ${after})`)
  return db.many(sql<JournalLine>`
    select t.id, e.id "entryId", e.at, e.kind, e.subject_type "subjectType", e.subject_id "subjectId", e.reverses,
      t.debit, t.credit, t.amount, t.currency
    from ledger.entries e join ledger.transfers t on t.company_id = e.company_id and t.entry_id = e.id
    where ${join(where, ' and ')} order by e.at desc, t.id desc limit ${limit + 1}`)
}

/** What was moved to and from an account until the end of a day. Minor units. */
export interface Balance {
  account: number
  name: string
  kind: string
  currency: string
  debit: bigint
  credit: bigint
}

/** Every account that was moved, until the end of a day of the company. */
export function listBalances(db: Db, day: string, timeZone: string): Promise<Balance[]> {
  return db.many(sql<Balance>`
    with moved as (
      select t.debit, t.credit, t.currency, sum(t.amount) amount
      from ledger.transfers t join ledger.entries e on e.company_id = t.company_id and e.id = t.entry_id
      where t.company_id = ${db.companyId} and e.at < (${day}::date + 1)::timestamp at time zone ${timeZone}
      group by 1, 2, 3),
    sides as (
      select debit account, currency, amount debit, 0 credit from moved
      union all select credit, currency, 0, amount from moved)
    select s.account, a.name, a.kind, s.currency, sum(s.debit)::bigint debit, sum(s.credit)::bigint credit
    from sides s join ledger.accounts a on a.code = s.account
    group by 1, 2, 3, 4 order by s.currency, s.account`)
}

import { type Db, raw, type Statement, sql } from '../lib/db/index.ts'
import {
  currencySeed,
  type Tally,
  type TallyKey,
  THIS_COMPANY,
  total,
  weighed,
  weight,
} from '../lib/tallies.ts'
import { ACCOUNT } from './post.ts'

/**
 * The accounts of which receivables says the same: what is owed, and what customers have with the company. They are told
 * by a range, as a list costs a tenth of the whole pass; there is no other account in it.
 */
const CONTROL: readonly number[] = [ACCOUNT.receivable, ACCOUNT.customerPrepayments, ACCOUNT.customerCredits]
const [FIRST, LAST] = [Math.min(...CONTROL), Math.max(...CONTROL)]
const between = Object.values(ACCOUNT).filter((code) => code >= FIRST && code <= LAST)
if (between.length !== CONTROL.length)
  throw new RangeError(`Another account stands among the control accounts: ${between.join(', ')}`)
const isControl = (side: Statement) => sql`${side} between ${FIRST}::smallint and ${LAST}::smallint`

/** Weighs what stands on an account in a currency: 30 bits, so that the difference of two has 31. */
export function accountWeight(account: Statement, currencySeed: Statement): Statement {
  return sql`(hashint2extended(${account}::smallint, ${currencySeed}) >> 34)`
}

/** The ledger is much the largest, so its earlier half and its later one are read side by side. */
const movements: Tally = async (db, key) => {
  const middle = await middleEntry(db)
  return [movementsOf(key, sql`< ${middle}`), movementsOf(key, sql`>= ${middle}`)]
}

/** An id halfway in time, not by count, which would have to be counted. It need not be an entry's. */
async function middleEntry(db: Db): Promise<string> {
  const ends = await db.many(sql<{ id: string }>`
    (select id from ledger.entries where company_id = ${db.companyId} order by id limit 1)
    union all (select id from ledger.entries where company_id = ${db.companyId} order by id desc limit 1)`)
  const sum = ends.reduce((total, { id }) => total + BigInt(`0x${id.replaceAll('-', '')}`), 0n)
  const hex = (sum / 2n).toString(16).padStart(32, '0')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/**
 * Entries with their transfers, read in the order of their ids, by which both are indexed. What is posted of a subject is
 * weighed by subject and currency, what stands on a control account by account and currency; each only where it is
 * added up, as most rows count for few of the sums. Only sums for which most sales count are taken here: each costs as
 * much for the rows that are not added up as a tenth of the pass.
 */
const movementsOf = (key: TallyKey, part: Statement) => {
  const seed = currencySeed(raw('t.currency'), key)
  const product = productOfSubject(key)
  const onControl = (side: Statement) =>
    total(weighed(accountWeight(side, seed), raw('t.amount'), key), isControl(side))
  return sql`
    select json_build_object(
      'ledger.empty', count(*) filter (where t.entry_id is null)::text,
      'ledger.to_clearing', ${total(product, sql`t.debit = ${ACCOUNT.receiptsClearing}::smallint`)},
      'ledger.from_clearing', ${total(product, sql`t.credit = ${ACCOUNT.receiptsClearing}::smallint`)},
      'ledger.payments', ${total(product, raw(`e.kind = 'payment_succeeded'`))},
      'ledger.fees', ${total(product, raw(`e.kind = 'processing_fee'`))},
      'ledger.control_debits', ${onControl(raw('t.debit'))},
      'ledger.control_credits', ${onControl(raw('t.credit'))}) sums
    from ledger.entries e
    left join ledger.transfers t on t.company_id = ${THIS_COMPANY} and t.entry_id = e.id and t.entry_id ${part}
    where e.company_id = ${THIS_COMPANY} and e.id ${part}`
}

const productOfSubject = (key: TallyKey) =>
  weighed(weight(raw('e.subject_id'), currencySeed(raw('t.currency'), key)), raw('t.amount'), key)

/** Kinds of entries of which there are few; an index of their own has them, its predicate word for word. */
const UNUSUAL_KIND = raw(
  `e.kind not in ('invoice_issued', 'payment_succeeded', 'payment_applied', 'processing_fee')`,
)

/** What entries of those kinds moved, between whatever accounts: bank debits, refunds, what was returned and banked. */
const unusualKinds: Tally = (_, key) => {
  const product = productOfSubject(key)
  return sql`
    select json_build_object(
      'ledger.debits_begun', ${total(product, raw(`e.kind = 'debit_begun'`))},
      'ledger.debits_ended', ${total(product, raw(`e.kind = 'debit_ended'`))},
      'ledger.returns', ${total(product, raw(`e.kind = 'payment_returned'`))},
      'ledger.wires_taken_back', ${total(product, sql`t.credit = ${ACCOUNT.bank}::smallint and e.kind = 'payment_returned'`)},
      'ledger.tenders_taken_back', ${total(product, sql`t.credit = ${ACCOUNT.undepositedFunds}::smallint and e.kind = 'payment_returned'`)},
      'ledger.banked', ${total(product, raw(`e.kind = 'payment_banked'`))},
      'ledger.unbanked', ${total(product, raw(`e.kind = 'payment_unbanked'`))},
      'ledger.fees_returned', ${total(product, raw(`e.kind = 'processing_fee_returned'`))},
      'ledger.refunds', ${total(product, raw(`e.kind = 'refund_succeeded'`))},
      'ledger.refunds_returned', ${total(product, raw(`e.kind = 'refund_returned'`))},
      'ledger.drawn', ${total(product, sql`t.credit = ${ACCOUNT.undepositedFunds}::smallint and e.kind = 'refund_succeeded'`)},
      'ledger.drawn_back', ${total(product, sql`t.debit = ${ACCOUNT.undepositedFunds}::smallint and e.kind = 'refund_returned'`)}) sums
    from ledger.entries e join ledger.transfers t on t.company_id = ${THIS_COMPANY} and t.entry_id = e.id
    where e.company_id = ${THIS_COMPANY} and ${UNUSUAL_KIND}`
}

/**
 * Transfers between other accounts than those of an invoice that is paid by card. Here, too, an index of their own has
 * them, its predicate word for word.
 */
const UNUSUAL_ACCOUNTS = raw(`
  (t.debit <> 1100 or t.credit not in (2200, 4000, 4050)) and (t.debit <> 1050 or t.credit <> 2150)
  and (t.debit <> 2150 or t.credit <> 1100) and (t.debit <> 5100 or t.credit <> 1050)`)

/** What moved between those accounts, by entries of whatever kind: disputes, and payments that were not by card. */
const unusualAccounts: Tally = (_, key) => {
  const product = productOfSubject(key)
  return sql`
    select json_build_object(
      'ledger.to_disputed', ${total(product, sql`t.debit = ${ACCOUNT.disputedFunds}::smallint`)},
      'ledger.from_disputed', ${total(product, sql`t.credit = ${ACCOUNT.disputedFunds}::smallint`)},
      'ledger.cash_came', ${total(product, sql`t.debit = ${ACCOUNT.customerCash}::smallint`)},
      'ledger.cash_drawn', ${total(product, sql`t.credit = ${ACCOUNT.customerCash}::smallint`)},
      'ledger.wires', ${total(product, sql`t.debit = ${ACCOUNT.bank}::smallint and e.kind = 'payment_succeeded'`)},
      'ledger.tenders', ${total(product, sql`t.debit = ${ACCOUNT.undepositedFunds}::smallint and e.kind = 'payment_succeeded'`)}) sums
    from ledger.transfers t join ledger.entries e on e.company_id = ${THIS_COMPANY} and e.id = t.entry_id
    where t.company_id = ${THIS_COMPANY} and ${UNUSUAL_ACCOUNTS}`
}

/** What stands on the account of losses, weighed as control accounts are. */
const losses: Tally = (_, key) => {
  const weigh = accountWeight(sql`${ACCOUNT.badDebt}`, currencySeed(raw('t.currency'), key))
  const amount = sql`case when t.debit = ${ACCOUNT.badDebt}::smallint then t.amount else -t.amount end`
  return sql`
    select json_build_object('ledger.losses', coalesce(sum(${weighed(weigh, sql`(${amount})`, key)}), 0)::text) sums
    from ledger.transfers t
    where t.company_id = ${THIS_COMPANY} and ${UNUSUAL_ACCOUNTS}
      and (t.debit = ${ACCOUNT.badDebt}::smallint or t.credit = ${ACCOUNT.badDebt}::smallint)`
}

/** Reversals that do not move what they reverse, the other way round. */
const reversals: Tally = (db) => sql`
  select json_build_object('ledger.crooked', count(*)::text) sums from (${crookedReversals(db)}) crooked`

/** Joined, not asked for one by one: a correlated subquery would keep all tallies from other processors. */
export function crookedReversals(db: Db) {
  return sql`
    select id from (
      select r.id, t.debit, t.credit, t.currency, t.amount
      from ledger.entries r join ledger.transfers t on t.company_id = r.company_id and t.entry_id = r.id
      where r.company_id = ${db.companyId} and r.reverses is not null
      union all
      select r.id, t.credit, t.debit, t.currency, -t.amount
      from ledger.entries r join ledger.transfers t on t.company_id = r.company_id and t.entry_id = r.reverses
      where r.company_id = ${db.companyId} and r.reverses is not null
    ) both_sides group by id, debit, credit, currency having sum(amount) <> 0`
}

export const ledgerTallies: readonly Tally[] = [movements, unusualKinds, unusualAccounts, reversals, losses]

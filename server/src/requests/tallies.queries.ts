import { raw, type Statement, sql } from '../lib/db/index.ts'
import { currencySeed, type Tally, type TallyKey, weight } from '../lib/tallies.ts'

/** A payable's weight times whose it is, or is said to be: a customer in a currency. Nobody is somebody, too. */
function owedBy(customer: Statement, currency: Statement, key: TallyKey): Statement {
  const whose = sql`coalesce(${customer}, '00000000-0000-0000-0000-000000000000'::uuid)`
  return sql`${weight(raw('i.payable_id'), key.seed)} * ${weight(whose, currencySeed(currency, key))}`
}

/** Items, each with whom its request asks for it. */
const asked: Tally = (db, key) => sql`
  select json_build_object('requests.asked', coalesce(sum(${owedBy(raw('r.customer_id'), raw('r.currency'), key)}), 0)::text) sums
  from requests.requests r join requests.items i on i.company_id = r.company_id and i.request_id = r.id
  where r.company_id = ${db.companyId}`

/** Items, each with who owes it. */
const owed: Tally = (db, key) => sql`
  select json_build_object('requests.owed', coalesce(sum(${owedBy(raw('p.customer_id'), raw('p.currency'), key)}), 0)::text) sums
  from requests.items i join receivables.payables_view p on p.company_id = i.company_id and p.id = i.payable_id
  where i.company_id = ${db.companyId}`

const settled: Tally = (db, key) => sql`
  select json_build_object('requests.settled', coalesce(sum(${weight(raw('id'), key.seed)}), 0)::text) sums
  from requests.requests where company_id = ${db.companyId} and settled_at is not null`

export const expiryMoved = raw(`(
  case when expires_from = 'issue' then expires_at is distinct from issued_at + make_interval(hours => expires_after_hours)
    when opened_at is null then expires_at is not null
    else expires_at is distinct from opened_at + make_interval(hours => expires_after_hours) end)`)

const links: Tally = (db) => sql`
  select json_build_object('links.moved', count(*)::text) sums from requests.links
  where company_id = ${db.companyId} and ${expiryMoved}`

export const requestTallies: readonly Tally[] = [asked, owed, settled, links]

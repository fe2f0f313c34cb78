import { raw, type Statement, sql } from '../lib/db/index.ts'
import { currencySeed, type Tally, type TallyKey, total, weight } from '../lib/tallies.ts'
import { misstanding } from './standings.queries.ts'

/** A payable's weight times whose it is, or is said to be: a customer in a currency. Nobody is somebody, too. */
function owedBy(customer: Statement, currency: Statement, key: TallyKey): Statement {
  const whose = sql`coalesce(${customer}, '00000000-0000-0000-0000-000000000000'::uuid)`
  return sql`${weight(raw('i.payable_id'), key.seed)} * ${weight(whose, currencySeed(currency, key))}`
}

/**
 * Requests with their standings and items, read in the order of their ids. Items with whom their request asks for them;
 * standings that have their request at another time, or taken back or settled where it is not; and what is both, of
 * which a standing says one.
 */
const asked: Tally = (db, key) => sql`
  select json_build_object(
    'requests.asked', coalesce(sum(${owedBy(raw('r.customer_id'), raw('r.currency'), key)}), 0)::text,
    'standings.astray', count(*) filter (where s.created_at is distinct from r.created_at or case
      when r.state = 'voided' then s.label <> 'voided' or r.settled_at is not null
      when r.settled_at is null then s.label in ('paid', 'refunded', 'voided')
      else s.label <> 'paid' and s.label <> 'refunded' end)::text) sums
  from requests.requests r
  left join requests.standings s on s.company_id = r.company_id and s.id = r.id
  left join requests.items i on i.company_id = r.company_id and i.request_id = r.id
  where r.company_id = ${db.companyId}`

/** Items, each with who owes it. */
const owed: Tally = (db, key) => sql`
  select json_build_object('requests.owed', coalesce(sum(${owedBy(raw('p.customer_id'), raw('p.currency'), key)}), 0)::text) sums
  from requests.items i join receivables.payables_view p on p.company_id = i.company_id and p.id = i.payable_id
  where i.company_id = ${db.companyId}`

/** Standings: which requests they say are settled, and of which of those something was given back. */
const standings: Tally = (db, key) => sql`
  select json_build_object(
    'standings.settled', ${total(raw('weight'), raw('is_refunded or is_paid'))},
    'standings.refunded', ${total(raw('weight'), raw('is_refunded'))},
    'standings.lapsing_astray', count(*) filter (
      where lapses_at < 'infinity' and label not in ('sent', 'viewed'))::text) sums
  from (
    select label, lapses_at, label = 'paid' is_paid, label = 'refunded' is_refunded, ${weight(raw('id'), key.seed)} weight
    from requests.standings where company_id = ${db.companyId} offset '0') weighed`

/** Of what was paid by a request, something was given back: few, found by their payables. */
const refunded: Tally = (db, key) => sql`
  select json_build_object('requests.refunded', coalesce(sum(${weight(raw('id'), key.seed)}), 0)::text) sums
  from (
    select distinct s.id from receivables.payables_view p
    join requests.items i on i.company_id = p.company_id and i.payable_id = p.id
    join requests.standings s on s.company_id = i.company_id and s.id = i.request_id and s.label in ('paid', 'refunded')
    where p.company_id = ${db.companyId} and p.refunded > 0) refunded`

/** What still asks has one of six labels, by sums and links; in time, most requests are past that. */
const misnamed: Tally = (db) => sql`
  select json_build_object('standings.misnamed', count(*)::text) sums from (${misstanding(
    db.companyId,
    sql`
    select s.id from requests.standings s
    where s.company_id = ${db.companyId} and s.label in ('draft', 'sent', 'viewed', 'processing', 'partially_paid', 'paid_elsewhere')`,
  )}) misnamed`

export const expiryMoved = raw(`(
  case when expires_from = 'issue' then expires_at is distinct from issued_at + make_interval(hours => expires_after_hours)
    when opened_at is null then expires_at is not null
    else expires_at is distinct from opened_at + make_interval(hours => expires_after_hours) end)`)

const links: Tally = (db) => sql`
  select json_build_object('links.moved', count(*)::text) sums from requests.links
  where company_id = ${db.companyId} and ${expiryMoved}`

export const requestTallies: readonly Tally[] = [asked, owed, links, standings, refunded, misnamed]

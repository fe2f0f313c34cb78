import { raw, type Statement, sql } from '../lib/db/index.ts'
import { currencySeed, type Tally, type TallyKey, THIS_COMPANY, total, weight } from '../lib/tallies.ts'
import { misstanding } from './standings.queries.ts'

/** Weighs whose something is, or is said to be: a customer in a currency. Nobody is somebody, too. */
function whose(customer: Statement, currency: Statement, key: TallyKey): Statement {
  const somebody = sql`coalesce(${customer}, '00000000-0000-0000-0000-000000000000'::uuid)`
  return weight(somebody, currencySeed(currency, key))
}

/** Weighs the time at which a request of an id was made: all 64 bits of the id's hash are the seed of it. */
function madeAt({ seed }: TallyKey): Statement {
  return sql`(timestamp_hash_extended(created_at at time zone interval '0', uuid_hash_extended(id, ${seed})) >> 33)`
}

/** Requests: when each was made, and which are taken back or settled. */
const requests: Tally = (db, key) => sql`
  select json_build_object(
    'requests.made', coalesce(sum(${madeAt(key)}), 0)::text,
    'requests.voided', ${total(weight(raw('id'), key.seed), raw(`state = 'voided'`))},
    'requests.settled', ${total(weight(raw('id'), key.seed), raw('settled_at is not null'))},
    'requests.both', count(*) filter (where settled_at is not null and state = 'voided')::text) sums
  from requests.requests where company_id = ${db.companyId}`

/** Items, each with who is asked for it. */
const asked: Tally = (_, key) => sql`
  select json_build_object('requests.asked', coalesce(sum(
    ${weight(raw('i.payable_id'), key.seed)} * ${whose(raw('r.customer_id'), raw('r.currency'), key)}), 0)::text) sums
  from requests.items i join requests.requests r on r.company_id = ${THIS_COMPANY} and r.id = i.request_id
  where i.company_id = ${THIS_COMPANY}`

/** Items, each with who owes it. */
const owed: Tally = (_, key) => sql`
  select json_build_object('requests.owed', coalesce(sum(
    ${weight(raw('i.payable_id'), key.seed)} * ${whose(raw('p.customer_id'), raw('p.currency'), key)}), 0)::text) sums
  from requests.items i join receivables.payables_view p on p.company_id = ${THIS_COMPANY} and p.id = i.payable_id
  where i.company_id = ${THIS_COMPANY}`

/** Standings: when they have their requests made, and which they have taken back, paid, or paid and given back. */
const standings: Tally = (db, key) => sql`
  select json_build_object(
    'standings.made', coalesce(sum(${madeAt(key)}), 0)::text,
    'standings.voided', ${total(weight(raw('id'), key.seed), raw(`label = 'voided'`))},
    'standings.paid', ${total(weight(raw('id'), key.seed), raw(`label = 'paid'`))},
    'standings.refunded', ${total(weight(raw('id'), key.seed), raw(`label = 'refunded'`))},
    'standings.lapsing_astray', count(*) filter (
      where lapses_at < 'infinity' and label not in ('sent', 'viewed'))::text) sums
  from requests.standings where company_id = ${db.companyId}`

/** Of what was paid by a request, something was given back: few, found by their payables. */
const refunded: Tally = (db, key) => sql`
  select json_build_object('requests.refunded', coalesce(sum(${weight(raw('id'), key.seed)}), 0)::text) sums
  from (
    select distinct s.id from receivables.payables_view p
    join requests.items i on i.company_id = p.company_id and i.payable_id = p.id
    join requests.standings s on s.company_id = i.company_id and s.id = i.request_id and s.label in ('paid', 'refunded')
    where p.company_id = ${db.companyId} and p.refunded > 0) refunded`

/** What was not paid by its own links is labelled by sums and links; in time, most requests are past that. */
const misnamed: Tally = (db) => sql`
  select json_build_object('standings.misnamed', count(*)::text) sums from (${misstanding(
    db.companyId,
    sql`
    select s.id from requests.standings s
    where s.company_id = ${db.companyId} and s.label in ('draft', 'sent', 'viewed', 'processing', 'partially_paid', 'paid_elsewhere', 'written_off',
      'invoice_voided', 'superseded')`,
  )}) misnamed`

export const expiryMoved = raw(`(
  case when expires_from = 'issue' then expires_at is distinct from issued_at + make_interval(hours => expires_after_hours)
    when opened_at is null then expires_at is not null
    else expires_at is distinct from opened_at + make_interval(hours => expires_after_hours) end)`)

const links: Tally = (db) => sql`
  select json_build_object('links.moved', count(*)::text) sums from requests.links
  where company_id = ${db.companyId} and ${expiryMoved}`

export const requestTallies: readonly Tally[] = [asked, owed, requests, standings, links, refunded, misnamed]

import { raw, type Statement, sql, type Tx } from '../lib/db/index.ts'
import type { CompanyId } from '../lib/ids.ts'
import type { ListedStatus } from './request-wire.ts'
import type { RequestId } from './requests.queries.ts'

/** Requests whose label may have changed: by themselves, or by what they ask to be paid. */
interface Touched {
  requests?: readonly RequestId[]
  payables?: readonly string[]
}

/**
 * Notes that facts of a request changed: its standing is worked out again when the transaction commits, once however
 * often this is called. The rows are locked first, in id order, and read by the next statement: two transactions that
 * change different facts of one request wait for each other here and nowhere else.
 */
export function restand(tx: Tx, touched: Touched): void {
  tx.append(lockStandings, touched)
  tx.append(writeStandings, touched)
}

/** Hears that sums of payables changed. */
export function restandPayables(tx: Tx, payables: readonly string[]): void {
  restand(tx, { payables })
}

const lockStandings = (companyId: CompanyId, touched: readonly Touched[]): Statement => sql`
  select s.id from requests.standings s
  where s.company_id = ${companyId} and s.id in (${touchedIds(companyId, touched)}) order by s.id for update`

/** Of what a request asks to be paid, as `LABEL` and `LAPSES` read it. */
const SUMS = raw(
  `sum(p.open) open, sum(p.in_flight) in_flight, sum(p.settled) settled, sum(p.refunded) refunded, sum(p.voided) voided,
    count(w.id) written_off`,
)
/** What of payables `p` was written off: few of the few that are `voided`. */
const WRITTEN_OFF = raw(
  'left join receivables.write_offs_view w on p.voided > 0 and w.company_id = p.company_id and w.id = p.id',
)

/** Of a request's links. */
const LINK_FACTS = raw(`coalesce(bool_or(l.opened_at is not null), false) opened,
    case when bool_and(l.expires_at is not null) filter (where l.state = 'active')
      then max(l.expires_at) filter (where l.state = 'active') end lapses_at`)

/** The label from stored facts, as `requestStatus` has it but for expiry, which comes by itself. */
const LABEL = raw(`case
    when r.state = 'voided' then 'voided'
    when r.settled_at is not null then case when p.refunded > 0 then 'refunded' else 'paid' end
    when p.in_flight > 0 then 'processing'
    when p.open = 0 then case when p.written_off > 0 then 'written_off'
      when p.settled = 0 and p.voided > 0 then 'invoice_voided' else 'paid_elsewhere' end
    when r.superseded_at is not null then 'superseded'
    when p.settled > 0 and p.open < r.total then 'partially_paid'
    when r.state = 'draft' then 'draft'
    when l.opened then 'viewed' else 'sent' end`)

/** When what is labelled so is expired; no other label ever is. */
const LAPSES = raw(
  `case when label in ('sent', 'viewed') then coalesce(lapses_at, 'infinity') else 'infinity' end`,
)

const writeStandings = (companyId: CompanyId, touched: readonly Touched[]): Statement => sql`
  insert into requests.standings as s (company_id, id, label, lapses_at, created_at)
  select company_id, id, label, ${LAPSES}, created_at
  from (
    select r.company_id, r.id, r.created_at, l.lapses_at, ${LABEL} label
    from requests.requests r
    cross join lateral (
      select ${SUMS}
      from requests.items i join receivables.payables_view p on p.company_id = i.company_id and p.id = i.payable_id
      ${WRITTEN_OFF}
      where i.company_id = r.company_id and i.request_id = r.id) p
    cross join lateral (
      select ${LINK_FACTS} from requests.links l where l.company_id = r.company_id and l.request_id = r.id) l
    where r.company_id = ${companyId} and r.id in (${touchedIds(companyId, touched)})) labelled
  on conflict (company_id, id) do update set label = excluded.label, lapses_at = excluded.lapses_at
  where (s.label, s.lapses_at) is distinct from (excluded.label, excluded.lapses_at)`

export interface Misstanding {
  id: RequestId
  reference: string
  /** As lists have it; null where they do not have it at all. */
  kept: string | null
  label: string
}

/**
 * Requests, of those that `among` gives the ids of, whose standing is another than their facts make it. Joined and
 * grouped, since it is for very many; `writeStandings` asks the same for few, one by one.
 */
export function misstanding(companyId: CompanyId, among: Statement): Statement<Misstanding> {
  return sql<Misstanding>`
  select id, reference, kept, label from (
    select r.id, r.reference, r.created_at, s.label kept, s.lapses_at kept_lapses_at, s.created_at kept_created_at,
      l.lapses_at, ${LABEL} label
    from requests.requests r
    left join requests.standings s on s.company_id = r.company_id and s.id = r.id
    left join (
      select i.request_id, ${SUMS}
      from requests.items i join receivables.payables_view p on p.company_id = i.company_id and p.id = i.payable_id
      ${WRITTEN_OFF}
      where i.company_id = ${companyId} and i.request_id in (${among}) group by i.request_id) p on p.request_id = r.id
    left join (
      select l.request_id, ${LINK_FACTS}
      from requests.links l where l.company_id = ${companyId} and l.request_id in (${among}) group by l.request_id) l
      on l.request_id = r.id
    where r.company_id = ${companyId} and r.id in (${among})) labelled
  where kept is distinct from label or kept_created_at is distinct from created_at
    or kept_lapses_at is distinct from ${LAPSES}`
}

function touchedIds(companyId: CompanyId, touched: readonly Touched[]): Statement {
  return sql`
    select unnest(${touched.flatMap(({ requests = [] }) => requests)}::uuid[])
    union select i.request_id from requests.items i
    where i.company_id = ${companyId} and i.payable_id = any(${touched.flatMap(({ payables = [] }) => payables)}::uuid[])`
}

/** The condition on a standing `s` that its request has this label at a time, or is unpaid. */
export function standsAs(status: ListedStatus, now: Date): Statement {
  // Who goes after what is owed wants those too whose link is over; what is on its way is to be waited for. Written as
  // the index `standings_unpaid` has it, which serves no other condition.
  if (status === 'unpaid') return sql`s.label in ('sent', 'viewed', 'partially_paid')`
  if (status === 'expired')
    return sql`s.label in ('sent', 'viewed') and s.lapses_at <= ${now} and s.lapses_at < 'infinity'`
  if (status === 'sent' || status === 'viewed') return sql`s.label = ${status} and s.lapses_at > ${now}`
  return sql`s.label = ${status}`
}

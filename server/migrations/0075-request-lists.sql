-- What lists of requests are filtered by. The label of a request hangs on its payables and links, so it is kept
-- where an index can follow it, written again at the end of each transaction that changes one of them. Never locked
-- with a request: a payment of one request changes the labels of others that ask for the same invoice.
create table requests.standings (
  company_id uuid not null,
  id uuid not null, -- the request's
  -- But for expiry, which comes by itself: what is 'sent' or 'viewed' is expired from lapses_at on.
  label text not null check (label in
    ('draft', 'sent', 'viewed', 'processing', 'partially_paid', 'paid', 'paid_elsewhere', 'refunded', 'voided')),
  lapses_at timestamptz not null default 'infinity',
  created_at timestamptz not null, -- the request's: what has a label is listed by when it was made
  primary key (company_id, id),
  foreign key (company_id, id) references requests.requests (company_id, id)
);
create index standings_by_label on requests.standings (company_id, label, created_at, id, lapses_at);
create index standings_lapsing on requests.standings (company_id, created_at, id, lapses_at) where lapses_at < 'infinity';
alter table requests.standings enable row level security;
create policy tenant on requests.standings using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on requests.standings to quittance_server;

insert into requests.standings (company_id, id, label, lapses_at, created_at)
select company_id, id, label, case when label in ('sent', 'viewed') then coalesce(lapses_at, 'infinity') else 'infinity' end,
  created_at
from (
  select r.company_id, r.id, r.created_at, l.lapses_at, case
    when r.state = 'voided' then 'voided'
    when r.settled_at is not null then case when p.refunded > 0 then 'refunded' else 'paid' end
    when p.in_flight > 0 then 'processing'
    when p.open = 0 then 'paid_elsewhere'
    when p.settled > 0 and p.open < r.total then 'partially_paid'
    when r.state = 'draft' then 'draft'
    when l.opened then 'viewed' else 'sent' end label
  from requests.requests r
  cross join lateral (
    select sum(p.open) open, sum(p.in_flight) in_flight, sum(p.settled) settled, sum(p.refunded) refunded
    from requests.items i join receivables.payables_view p on p.company_id = i.company_id and p.id = i.payable_id
    where i.company_id = r.company_id and i.request_id = r.id) p
  cross join lateral (
    select coalesce(bool_or(l.opened_at is not null), false) opened,
      case when bool_and(l.expires_at is not null) filter (where l.state = 'active')
        then max(l.expires_at) filter (where l.state = 'active') end lapses_at
    from requests.links l where l.company_id = r.company_id and l.request_id = r.id) l
) labelled;

-- What a person may look for: reference, name and address, each word after a space.
alter table requests.requests add column words text not null generated always as
  (lower(' ' || reference || ' ' || coalesce(snapshot ->> 'customerName', '') || ' ' || coalesce(recipient, ''))) stored;
create index requests_words on requests.requests using gin (words gin_trgm_ops);
create index requests_by_total on requests.requests (company_id, total, id);
create index requests_by_time on requests.requests (company_id, created_at, id);

-- Which requests a text or an amount finds: their ids, or null where they are too many to name and an ordered scan
-- that looks at each finds a page of them sooner. Trigram search is not leakproof, so under row-level security it
-- would scan; a definer takes the company as an argument. `needle` is a LIKE pattern; `amounts` are minor units,
-- whose currency `priced` says again ('USD12500').
create function requests.search(company uuid, needle text, amounts bigint[], priced text[], most integer) returns uuid[]
language plpgsql stable security definer
set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  newest integer;
  ids uuid[];
begin
  select count(*) into newest from (
    select r.words, r.total, r.currency from requests.requests r where r.company_id = company order by r.id desc limit 2000) r
  where r.words like needle or (r.total = any(amounts) and r.currency || r.total::text = any(priced));
  if newest >= 40 then
    return null;
  end if;
  select array_agg(distinct f.id) into ids from (
    (select r.id from requests.requests r where r.company_id = company and r.words like needle limit most + 1)
    union all
    (select r.id from requests.requests r
      where r.company_id = company and r.total = any(amounts) and r.currency || r.total::text = any(priced) limit most + 1)) f;
  if cardinality(ids) > most then
    return null;
  end if;
  return coalesce(ids, '{}');
end $$;
revoke all on function requests.search(uuid, text, bigint[], text[], integer) from public;
grant execute on function requests.search(uuid, text, bigint[], text[], integer) to quittance_server;

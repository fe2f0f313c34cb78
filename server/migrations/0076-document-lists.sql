-- What lists of invoices, payments and refunds are filtered by.

-- An invoice's label but for what hangs on its own state and on today; due_by is its due date where it has one.
alter table receivables.payables add column standing text not null generated always as (case
    when in_flight > 0 then 'processing'
    when due - settled - voided = 0 and reduced > 0 then case when reduced < settled then 'partially_refunded' else 'refunded' end
    when due - settled - voided = 0 then 'paid'
    when refunded > 0 and settled = 0 then 'refunded'
    when settled > 0 then 'partially_paid'
    else 'open' end) stored,
  add column due_by date not null generated always as (coalesce(due_on, 'infinity'::date)) stored;
create index payables_by_standing on receivables.payables (company_id, standing, id, due_by) where kind = 'invoice';

-- What a person may look for, each word after a space.
alter table receivables.invoices add column words text not null
  generated always as (lower(' ' || number || ' ' || coalesce(buyer ->> 'name', ''))) stored;
create index invoices_words on receivables.invoices using gin (words gin_trgm_ops);
create index invoices_by_total on receivables.invoices (company_id, total, id);
create index invoices_by_time on receivables.invoices (company_id, created_at, id);

alter table payments.payments add column words text not null
  generated always as (lower(' ' || coalesce(payer_name, '') || ' ' || coalesce(payer_email, ''))) stored;
create index payments_words on payments.payments using gin (words gin_trgm_ops);
create index payments_by_amount on payments.payments (company_id, amount, id);
create index payments_by_time on payments.payments (company_id, created_at, id);
create index payments_refunded on payments.payments (company_id, id) where refunded > 0;
create index refunds_by_state on payments.refunds (company_id, state, id);
create index refunds_by_amount on payments.refunds (company_id, amount, id);
create index refunds_by_time on payments.refunds (company_id, created_at, id);

create or replace view payments.payments_view with (security_invoker = true) as
  select company_id, id, purpose_type, purpose_id, amount, currency, state, refunded, refunding, decline_code,
    card_brand, card_last4, created_at, settled_at, words, method
  from payments.payments;
create or replace view payments.refunds_view with (security_invoker = true) as
  select company_id, id, payment_id, amount, currency, treatment, state, created_at from payments.refunds;

-- Requests as lists of what was paid for them show them.
create view requests.requests_view with (security_invoker = true) as
  select company_id, id, customer_id, snapshot ->> 'customerName' customer_name, reference, words from requests.requests;
grant select on requests.requests_view to quittance_server;

-- As requests.search (0075).
create function receivables.search_invoices(company uuid, needle text, amounts bigint[], priced text[], most integer)
returns uuid[]
language plpgsql stable security definer
set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  newest integer;
  ids uuid[];
begin
  select count(*) into newest from (
    select i.words, i.total, i.currency from receivables.invoices i where i.company_id = company order by i.id desc limit 2000) i
  where i.words like needle or (i.total = any(amounts) and i.currency || i.total::text = any(priced));
  if newest >= 40 then
    return null;
  end if;
  select array_agg(distinct f.id) into ids from (
    (select i.id from receivables.invoices i where i.company_id = company and i.words like needle limit most + 1)
    union all
    (select i.id from receivables.invoices i
      where i.company_id = company and i.total = any(amounts) and i.currency || i.total::text = any(priced) limit most + 1)) f;
  if cardinality(ids) > most then
    return null;
  end if;
  return coalesce(ids, '{}');
end $$;
revoke all on function receivables.search_invoices(uuid, text, bigint[], text[], integer) from public;
grant execute on function receivables.search_invoices(uuid, text, bigint[], text[], integer) to quittance_server;

create function payments.search(company uuid, needle text, amounts bigint[], priced text[], most integer) returns uuid[]
language plpgsql stable security definer
set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  newest integer;
  ids uuid[];
begin
  select count(*) into newest from (
    select p.words, p.amount, p.currency from payments.payments p where p.company_id = company order by p.id desc limit 2000) p
  where p.words like needle or (p.amount = any(amounts) and p.currency || p.amount::text = any(priced));
  if newest >= 40 then
    return null;
  end if;
  select array_agg(distinct f.id) into ids from (
    (select p.id from payments.payments p where p.company_id = company and p.words like needle limit most + 1)
    union all
    (select p.id from payments.payments p
      where p.company_id = company and p.amount = any(amounts) and p.currency || p.amount::text = any(priced) limit most + 1)) f;
  if cardinality(ids) > most then
    return null;
  end if;
  return coalesce(ids, '{}');
end $$;
revoke all on function payments.search(uuid, text, bigint[], text[], integer) from public;
grant execute on function payments.search(uuid, text, bigint[], text[], integer) to quittance_server;

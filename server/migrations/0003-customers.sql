create schema customers;
grant usage on schema customers to quittance_server;
create extension if not exists pg_trgm with schema public;

create table customers.customers (
  company_id uuid not null references identity.companies (id),
  id uuid not null,
  name text not null,
  code text,
  email text,
  phone text,
  language text check (language in ('en', 'fr')),
  address_lines text[] not null default '{}',
  country char(2),
  tax_id text,
  payment_links_enabled boolean not null default true,
  source text,
  external_id text,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, code),
  unique (company_id, source, external_id)
);
alter table customers.customers enable row level security;
create policy tenant on customers.customers using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on customers.customers to quittance_server;
create index customers_tax_id on customers.customers (company_id, tax_id) where tax_id is not null;

create table customers.contacts (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  name text not null,
  email text,
  phone text,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customers.customers (company_id, id)
);
create index contacts_by_customer on customers.contacts (company_id, customer_id);
alter table customers.contacts enable row level security;
create policy tenant on customers.contacts using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on customers.contacts to quittance_server;

create index customers_words on customers.customers
  using gin ((lower(name || ' ' || coalesce(code, '') || ' ' || coalesce(email, '') || ' ' || coalesce(phone, ''))) gin_trgm_ops);
create index contacts_words on customers.contacts
  using gin ((lower(name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, ''))) gin_trgm_ops);

-- Trigram search is not leakproof, so under row-level security it would scan; a definer takes the company as
-- an argument instead. `needle` has its LIKE signs escaped by the caller.
create function customers.search(company uuid, needle text, before uuid, rows integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select found.id from (
    select c.id from customers.customers c
    where c.company_id = company
      and lower(c.name || ' ' || coalesce(c.code, '') || ' ' || coalesce(c.email, '') || ' ' || coalesce(c.phone, ''))
          like '%' || lower(needle) || '%'
    union
    select k.customer_id from customers.contacts k
    where k.company_id = company
      and lower(k.name || ' ' || coalesce(k.email, '') || ' ' || coalesce(k.phone, '')) like '%' || lower(needle) || '%'
  ) found
  where before is null or found.id < before
  order by found.id desc limit rows
$$;
revoke all on function customers.search(uuid, text, uuid, integer) from public;
grant execute on function customers.search(uuid, text, uuid, integer) to quittance_server;

-- What a pay page must know of a customer while it is open. Published for requests.
create view customers.link_policy_view with (security_invoker = true) as
  select company_id, id, payment_links_enabled from customers.customers;
grant select on customers.link_policy_view to quittance_server;

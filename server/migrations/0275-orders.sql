create schema sales;
grant usage on schema sales to quittance_server;

-- What the company sells, as a beginning for a line: an order keeps what it said then.
create table sales.products (
  company_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  unit text,
  currency char(3) not null,
  unit_price text not null, -- decimal, in major units, as lines have it
  taxes jsonb not null,
  active boolean not null,
  words text not null generated always as (lower(' ' || code || ' ' || name)) stored,
  created_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, code)
);
alter table sales.products enable row level security;
create policy tenant on sales.products using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on sales.products to quittance_server;

-- What a customer wants. Its money is its invoice's (ADR 36).
create table sales.orders (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  customer_name text not null,
  number text not null,
  sequence bigint not null,
  state text not null check (state in ('draft', 'unconfirmed', 'confirmed', 'canceled')),
  revision integer not null default 1,
  currency char(3) not null,
  po_number text,
  wanted_on date,
  note text,
  subtotal bigint not null,
  allowances bigint not null,
  charges bigint not null,
  shipping bigint not null,
  tax bigint not null,
  rounding bigint not null,
  total bigint not null check (total >= 0),
  adjustments jsonb not null,
  tax_breakdown jsonb not null,
  terms jsonb not null,
  invoice_id uuid,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  canceled_at timestamptz,
  words text not null
    generated always as (lower(' ' || number || ' ' || coalesce(po_number, '') || ' ' || customer_name)) stored,
  primary key (company_id, id),
  unique (company_id, sequence),
  unique (company_id, invoice_id),
  foreign key (company_id, customer_id) references customers.customers (company_id, id),
  foreign key (company_id, invoice_id) references receivables.invoices (company_id, id),
  check ((state = 'canceled') = (canceled_at is not null)),
  check (state <> 'confirmed' or (confirmed_at is not null and invoice_id is not null)),
  check (state <> 'draft' or invoice_id is null)
);
create index orders_by_customer on sales.orders (company_id, customer_id, id);
create index orders_by_state on sales.orders (company_id, state, id);
create index orders_by_total on sales.orders (company_id, total, id);
create index orders_by_time on sales.orders (company_id, created_at, id);
create index orders_words on sales.orders using gin (words gin_trgm_ops);
alter table sales.orders enable row level security;
create policy tenant on sales.orders using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on sales.orders to quittance_server;

-- The lines of each revision; those that it had stay.
create table sales.order_lines (
  company_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  revision integer not null,
  position integer not null,
  product_id uuid,
  description text not null,
  quantity text not null,
  unit text,
  unit_price text not null,
  taxes jsonb not null,
  amount bigint not null,
  primary key (company_id, id),
  unique (company_id, order_id, revision, position),
  foreign key (company_id, order_id) references sales.orders (company_id, id),
  foreign key (company_id, product_id) references sales.products (company_id, id)
);
create index order_lines_of_product on sales.order_lines (company_id, product_id) where product_id is not null;
alter table sales.order_lines enable row level security;
create policy tenant on sales.order_lines using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on sales.order_lines to quittance_server;

-- As requests.search (0075).
create function sales.search_orders(company uuid, needle text, amounts bigint[], priced text[], most integer)
returns uuid[]
language plpgsql stable security definer
set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  newest integer;
  ids uuid[];
begin
  select count(*) into newest from (
    select o.words, o.total, o.currency from sales.orders o where o.company_id = company order by o.id desc limit 2000) o
  where o.words like needle or (o.total = any(amounts) and o.currency || o.total::text = any(priced));
  if newest >= 40 then
    return null;
  end if;
  select array_agg(distinct f.id) into ids from (
    (select o.id from sales.orders o where o.company_id = company and o.words like needle limit most + 1)
    union all
    (select o.id from sales.orders o
      where o.company_id = company and o.total = any(amounts) and o.currency || o.total::text = any(priced) limit most + 1)) f;
  if cardinality(ids) > most then
    return null;
  end if;
  return coalesce(ids, '{}');
end $$;
revoke all on function sales.search_orders(uuid, text, bigint[], text[], integer) from public;
grant execute on function sales.search_orders(uuid, text, bigint[], text[], integer) to quittance_server;

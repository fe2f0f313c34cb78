-- Attributes that integrations push with a customer, for `{ customer.meta_… }` in texts.
alter table customers.customers add column meta jsonb not null default '{}' check (jsonb_typeof(meta) = 'object');

-- What a customer comes for, pushed by integrations: its attributes are `{ appointment.meta_… }`.
create table customers.appointments (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  starts_at timestamptz not null,
  meta jsonb not null default '{}' check (jsonb_typeof(meta) = 'object'),
  source text,
  external_id text,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, source, external_id),
  foreign key (company_id, customer_id) references customers.customers (company_id, id)
);
create index appointments_by_customer on customers.appointments (company_id, customer_id, starts_at);
alter table customers.appointments enable row level security;
create policy tenant on customers.appointments using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on customers.appointments to quittance_server;

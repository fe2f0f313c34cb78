create schema receivables;
grant usage on schema receivables to quittance_server;

-- The projection of anything that may be paid: written by one function, under the row's lock.
create table receivables.payables (
  company_id uuid not null,
  id uuid not null, -- the id of the invoice or request it stands for
  kind text not null check (kind in ('invoice', 'request')),
  label text not null, -- the invoice's number or the request's reference
  customer_id uuid,
  currency char(3) not null,
  due bigint not null check (due >= 0),
  settled bigint not null default 0 check (settled >= 0),
  in_flight bigint not null default 0 check (in_flight >= 0),
  refunded bigint not null default 0 check (refunded >= 0),
  voided bigint not null default 0 check (voided >= 0),
  open bigint generated always as (due - settled - voided) stored check (open >= 0),
  due_on date,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customers.customers (company_id, id),
  check (settled + voided <= due)
);
create index payables_open on receivables.payables (company_id, due_on, id) include (open, currency, customer_id) where open > 0;
create index payables_open_of_customer on receivables.payables (company_id, customer_id, id) where open > 0;
alter table receivables.payables enable row level security;
create policy tenant on receivables.payables using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on receivables.payables to quittance_server;

-- What the pay page reads live. Published for requests and web.
create view receivables.payables_view with (security_invoker = true) as
  select company_id, id, kind, label, customer_id, currency, due, settled, in_flight, refunded, voided, open
  from receivables.payables;
grant select on receivables.payables_view to quittance_server;

-- What an attempt holds of a payable while its outcome is open.
create table receivables.reservations (
  company_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  payable_id uuid not null,
  amount bigint not null check (amount > 0),
  state text not null check (state in ('active', 'released', 'consumed')),
  primary key (company_id, id),
  unique (company_id, payment_id, payable_id),
  foreign key (company_id, payment_id) references payments.payments (company_id, id),
  foreign key (company_id, payable_id) references receivables.payables (company_id, id)
);
create index reservations_of_payable on receivables.reservations (company_id, payable_id) where state = 'active';
alter table receivables.reservations enable row level security;
create policy tenant on receivables.reservations using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on receivables.reservations to quittance_server;

create table receivables.number_series (
  company_id uuid not null,
  id uuid not null,
  series text not null,
  prefix text not null,
  last_number bigint not null default 0,
  primary key (company_id, id),
  unique (company_id, series)
);
alter table receivables.number_series enable row level security;
create policy tenant on receivables.number_series using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on receivables.number_series to quittance_server;

create table receivables.invoices (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  series text not null check (series in ('own', 'external')),
  number text not null,
  sequence bigint,
  type_code text not null,
  source text,
  state text not null check (state in ('open', 'void', 'written_off')),
  revision integer not null default 1,
  currency char(3) not null,
  subtotal bigint not null,
  allowances bigint not null,
  charges bigint not null,
  shipping bigint not null,
  tax bigint not null,
  rounding bigint not null,
  total bigint not null check (total >= 0),
  prepaid bigint not null check (prepaid >= 0),
  issued_on date not null,
  due_on date,
  order_reference text,
  note text,
  buyer jsonb not null,
  seller jsonb,
  adjustments jsonb not null,
  tax_breakdown jsonb not null,
  created_at timestamptz not null default now(),
  voided_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customers.customers (company_id, id),
  check ((series = 'own') = (sequence is not null))
);
create unique index invoices_own_number on receivables.invoices (company_id, sequence) where series = 'own';
create unique index invoices_external_number on receivables.invoices (company_id, source, number) where series = 'external';
create index invoices_by_number on receivables.invoices (company_id, number, id);
create index invoices_by_customer on receivables.invoices (company_id, customer_id, id);
create index invoices_by_state on receivables.invoices (company_id, state, id);
alter table receivables.invoices enable row level security;
create policy tenant on receivables.invoices using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on receivables.invoices to quittance_server;

create table receivables.invoice_lines (
  company_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  position integer not null,
  description text not null,
  quantity text,
  unit text,
  unit_price text,
  tax_rate text,
  amount bigint not null,
  primary key (company_id, id),
  unique (company_id, invoice_id, position),
  -- Deferred: the invoice itself is written last, in the statement that takes its number.
  foreign key (company_id, invoice_id) references receivables.invoices (company_id, id) deferrable initially deferred
);
alter table receivables.invoice_lines enable row level security;
create policy tenant on receivables.invoice_lines using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on receivables.invoice_lines to quittance_server;

-- Money a customer has with the company. `used` is what was applied or refunded of it.
create table receivables.credits (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid,
  kind text not null check (kind in ('prepayment', 'overpayment')),
  payment_id uuid,
  payable_id uuid, -- the request whose own document it is
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  used bigint not null default 0 check (used >= 0),
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customers.customers (company_id, id),
  foreign key (company_id, payment_id) references payments.payments (company_id, id),
  check (used <= amount)
);
create index credits_of_payment on receivables.credits (company_id, payment_id);
create index credits_of_customer on receivables.credits (company_id, customer_id, id);
alter table receivables.credits enable row level security;
create policy tenant on receivables.credits using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on receivables.credits to quittance_server;

-- A source settles a payable. Append-only: undone by a row of its own that names the first.
create table receivables.applications (
  company_id uuid not null,
  id uuid not null,
  source_type text not null check (source_type in ('payment', 'credit', 'opening')),
  source_id uuid not null,
  payable_id uuid not null,
  currency char(3) not null,
  amount bigint not null check (amount <> 0),
  reverses uuid,
  reason text,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, payable_id) references receivables.payables (company_id, id),
  foreign key (company_id, reverses) references receivables.applications (company_id, id),
  check ((amount < 0) = (reverses is not null))
);
create index applications_of_payable on receivables.applications (company_id, payable_id);
create index applications_of_source on receivables.applications (company_id, source_id);
create index applications_reversed on receivables.applications (company_id, reverses) where reverses is not null;
alter table receivables.applications enable row level security;
create policy tenant on receivables.applications using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on receivables.applications to quittance_server;

-- How a refund was taken out of what its payment had settled.
create table receivables.refund_allocations (
  company_id uuid not null,
  id uuid not null,
  refund_id uuid not null,
  payable_id uuid,
  credit_id uuid,
  unapplied uuid,
  amount bigint not null check (amount > 0),
  primary key (company_id, id),
  foreign key (company_id, refund_id) references payments.refunds (company_id, id),
  foreign key (company_id, payable_id) references receivables.payables (company_id, id),
  foreign key (company_id, credit_id) references receivables.credits (company_id, id),
  foreign key (company_id, unapplied) references receivables.applications (company_id, id)
);
create index refund_allocations_of_refund on receivables.refund_allocations (company_id, refund_id);
alter table receivables.refund_allocations enable row level security;
create policy tenant on receivables.refund_allocations using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on receivables.refund_allocations to quittance_server;

-- A receipt's number is its payment's id.
create table receivables.receipts (
  company_id uuid not null,
  id uuid not null,
  snapshot jsonb not null,
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, id) references payments.payments (company_id, id)
);
alter table receivables.receipts enable row level security;
create policy tenant on receivables.receipts using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on receivables.receipts to quittance_server;

-- Invoices that are issued and sent by themselves, on days that follow from a beginning and an interval.
create table requests.invoice_schedules (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  state text not null check (state in ('active', 'paused', 'ended')),
  currency char(3) not null,
  -- What is sold, as the API says it: lines, discount, shipping.
  terms jsonb not null,
  order_reference text,
  note text,
  -- How many days after its issue an invoice is due; null: at once.
  due_in_days integer check (due_in_days between 0 and 365),
  unit text not null check (unit in ('week', 'month')),
  every integer not null check (every between 1 and 52),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  -- Counts the days of the schedule that are over, issued or passed over while it was paused.
  passed integer not null default 0 check (passed >= 0),
  -- Null once it has ended.
  next_on date,
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customers.customers (company_id, id),
  check ((state = 'ended') = (next_on is null))
);
create index invoice_schedules_by_customer on requests.invoice_schedules (company_id, customer_id, id);
alter table requests.invoice_schedules enable row level security;
create policy tenant on requests.invoice_schedules using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on requests.invoice_schedules to quittance_server;
grant update (state, passed, next_on) on requests.invoice_schedules to quittance_server;

-- What each day of a schedule came to: one invoice for a day, however often the job is run.
create table requests.scheduled_invoices (
  company_id uuid not null,
  -- The invoice's.
  id uuid not null,
  schedule_id uuid not null,
  day date not null,
  -- Null until it was tried: sent, or why not.
  outcome text,
  primary key (company_id, id),
  unique (company_id, schedule_id, day),
  foreign key (company_id, schedule_id) references requests.invoice_schedules (company_id, id),
  foreign key (company_id, id) references receivables.invoices (company_id, id)
);
alter table requests.scheduled_invoices enable row level security;
create policy tenant on requests.scheduled_invoices using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on requests.scheduled_invoices to quittance_server;
grant update (outcome) on requests.scheduled_invoices to quittance_server;

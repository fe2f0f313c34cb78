-- In which zone a customer lives: reminders come at their morning. Null: the company's.
alter table customers.customers add column time_zone text;

-- Whom a reminder reaches, and when it is day there. Published for requests.
create view customers.reached_view with (security_invoker = true) as
  select company_id, id, name, email, language, country, time_zone from customers.customers;
grant select on customers.reached_view to quittance_server;

-- What an invoice still asks for, and by when. Published for requests.
create view receivables.invoice_debts_view with (security_invoker = true) as
  select p.company_id, p.id, p.label number, p.customer_id, p.currency, p.due_on, p.open, p.in_flight, i.state
  from receivables.payables p
  join receivables.invoices i on i.company_id = p.company_id and i.id = p.id;
grant select on receivables.invoice_debts_view to quittance_server;

-- When a company reminds; a company without a row reminds of nothing.
create table requests.reminder_schedules (
  company_id uuid not null references identity.companies (id),
  id uuid not null,
  enabled boolean not null,
  offsets integer[] not null, -- days after the day that an invoice is due; below zero: before
  time_of_day text not null,
  quiet_from text,
  quiet_until text,
  business_days boolean not null,
  most integer not null check (most > 0), -- reminders of one invoice
  primary key (company_id, id),
  unique (company_id),
  check ((quiet_from is null) = (quiet_until is null))
);
alter table requests.reminder_schedules enable row level security;
create policy tenant on requests.reminder_schedules using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on requests.reminder_schedules to quittance_server;

-- A customer who is never reminded, or on other days than the rest. The id is the customer's.
create table requests.reminder_rules (
  company_id uuid not null,
  id uuid not null,
  mode text not null check (mode in ('company', 'off', 'own')),
  offsets integer[],
  primary key (company_id, id),
  foreign key (company_id, id) references customers.customers (company_id, id),
  check ((mode = 'own') = (offsets is not null))
);
alter table requests.reminder_rules enable row level security;
create policy tenant on requests.reminder_rules using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on requests.reminder_rules to quittance_server;

-- One step of one invoice: planned, then sent or skipped with why. An invoice has one planned step, the next.
create table requests.reminders (
  company_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  customer_id uuid not null,
  step integer not null,
  planned_at timestamptz not null,
  state text not null check (state in ('planned', 'sent', 'skipped')),
  reason text,
  open bigint, -- what it asked for
  recipient text,
  request_id uuid,
  message_id uuid,
  ended_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, invoice_id) references receivables.invoices (company_id, id),
  foreign key (company_id, customer_id) references customers.customers (company_id, id),
  foreign key (company_id, request_id) references requests.requests (company_id, id),
  check ((state = 'planned') = (ended_at is null)),
  check ((state = 'skipped') = (reason is not null)),
  check ((state = 'sent') = (message_id is not null))
);
create unique index reminders_planned on requests.reminders (company_id, invoice_id) where state = 'planned';
create index reminders_planned_of_customer on requests.reminders (company_id, customer_id, planned_at)
  where state = 'planned';
create index reminders_of_invoice on requests.reminders (company_id, invoice_id, id);
create index reminders_of_customer on requests.reminders (company_id, customer_id, id);
create index reminders_by_message on requests.reminders (company_id, message_id) where message_id is not null;
alter table requests.reminders enable row level security;
create policy tenant on requests.reminders using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update, delete on requests.reminders to quittance_server;

-- The day by which a customer said that they would pay an invoice; nobody is reminded until it is over.
create table requests.promises (
  company_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  promised_on date not null,
  note text,
  state text not null check (state in ('open', 'withdrawn', 'replaced')),
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, invoice_id) references receivables.invoices (company_id, id),
  check ((state = 'open') = (ended_at is null))
);
create unique index promises_open on requests.promises (company_id, invoice_id) where state = 'open';
create index promises_of_invoice on requests.promises (company_id, invoice_id, id);
alter table requests.promises enable row level security;
create policy tenant on requests.promises using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on requests.promises to quittance_server;

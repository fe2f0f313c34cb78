-- Whether a mail was taken, and where it went. Published for requests.
create view messaging.messages_view with (security_invoker = true) as
  select company_id, id, to_address, state, last_error from messaging.messages;
grant select on messaging.messages_view to quittance_server;

-- Links or statements sent to many customers in one go. Who asked for it sends each of them.
create table requests.bulk_sends (
  company_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('payment_links', 'statements')),
  actor_type text not null,
  actor_id text not null,
  message text,
  options jsonb not null, -- what each statement is like; empty for links
  created_at timestamptz not null,
  over_at timestamptz, -- since when nothing of it waits
  canceled_at timestamptz,
  primary key (company_id, id)
);
alter table requests.bulk_sends enable row level security;
create policy tenant on requests.bulk_sends using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on requests.bulk_sends to quittance_server;

-- What one customer gets of it, in one currency: one link or one statement.
create table requests.bulk_items (
  company_id uuid not null,
  id uuid not null,
  bulk_send_id uuid not null,
  customer_id uuid not null,
  currency char(3) not null,
  email text, -- in place of the customer's address
  amount bigint not null check (amount >= 0), -- minor units: as it was ticked, then as it was sent
  state text not null check (state in ('waiting', 'done', 'skipped', 'failed', 'canceled')),
  code text, -- why not: the code of a problem
  detail text,
  failures integer not null default 0,
  request_id uuid,
  statement_id uuid,
  message_id uuid,
  handled_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, bulk_send_id) references requests.bulk_sends (company_id, id),
  foreign key (company_id, request_id) references requests.requests (company_id, id),
  check ((state = 'done') = (message_id is not null)),
  check ((state in ('skipped', 'failed')) = (code is not null))
);
create index bulk_items_by_send on requests.bulk_items (company_id, bulk_send_id, id);
create index bulk_items_waiting on requests.bulk_items (company_id, bulk_send_id, failures, id) where state = 'waiting';
create index bulk_items_by_customer on requests.bulk_items (company_id, customer_id, currency, id);
alter table requests.bulk_items enable row level security;
create policy tenant on requests.bulk_items using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on requests.bulk_items to quittance_server;

-- The invoices that were ticked for a link, with why one is not in it.
create table requests.bulk_invoices (
  company_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  invoice_id uuid not null,
  left_out text check (left_out in ('paid', 'not_owed', 'being_paid', 'asked_already')),
  primary key (company_id, id),
  unique (company_id, item_id, invoice_id),
  foreign key (company_id, item_id) references requests.bulk_items (company_id, id)
);
create index bulk_invoices_by_invoice on requests.bulk_invoices (company_id, invoice_id);
alter table requests.bulk_invoices enable row level security;
create policy tenant on requests.bulk_invoices using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on requests.bulk_invoices to quittance_server;

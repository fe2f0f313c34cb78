create schema requests;
grant usage on schema requests to quittance_server;

create table requests.requests (
  company_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('invoice', 'quick')),
  customer_id uuid,
  reference text not null,
  message text,
  currency char(3) not null,
  total bigint not null check (total > 0),
  snapshot jsonb not null, -- what is owed and for what, as it stood when asked
  state text not null check (state in ('draft', 'sent', 'voided')),
  settled_at timestamptz,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customers.customers (company_id, id)
);
create index requests_by_state on requests.requests (company_id, state, id);
create index requests_by_customer on requests.requests (company_id, customer_id, id);
alter table requests.requests enable row level security;
create policy tenant on requests.requests using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on requests.requests to quittance_server;

create table requests.items (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  payable_id uuid not null,
  amount bigint not null check (amount > 0),
  primary key (company_id, id),
  unique (company_id, request_id, payable_id),
  foreign key (company_id, request_id) references requests.requests (company_id, id),
  foreign key (company_id, payable_id) references receivables.payables (company_id, id)
);
create index items_of_payable on requests.items (company_id, payable_id);
alter table requests.items enable row level security;
create policy tenant on requests.items using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on requests.items to quittance_server;

-- Only the SHA-256 of a token rests here; the token is made again from the id and the link key.
create table requests.links (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  channel text not null check (channel in ('email', 'copy')),
  recipient text,
  state text not null check (state in ('active', 'superseded', 'revoked')),
  expires_after_hours integer check (expires_after_hours > 0),
  issued_at timestamptz not null,
  opened_at timestamptz,
  expires_at timestamptz,
  primary key (company_id, id),
  unique (company_id, token_hash),
  foreign key (company_id, request_id) references requests.requests (company_id, id),
  check ((channel = 'email') = (recipient is not null))
);
create index links_of_request on requests.links (company_id, request_id, id);
alter table requests.links enable row level security;
create policy tenant on requests.links using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on requests.links to quittance_server;

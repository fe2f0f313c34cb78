-- A form that is mailed to a customer, by which they let the company keep what they pay by: good for hours, used once.
create table requests.method_requests (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  email text not null,
  token_hash bytea not null,
  state text not null check (state in ('sent', 'completed', 'revoked')),
  asked_by uuid, -- the person of the staff who is told; null for a key
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  completed_at timestamptz,
  payment_method_id uuid,
  primary key (company_id, id),
  unique (company_id, token_hash),
  foreign key (company_id, customer_id) references customers.customers (company_id, id),
  foreign key (company_id, payment_method_id) references payments.payment_methods (company_id, id),
  check ((state = 'completed') = (completed_at is not null))
);
create index method_requests_of_customer on requests.method_requests (company_id, customer_id, id desc);
alter table requests.method_requests enable row level security;
create policy tenant on requests.method_requests using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on requests.method_requests to quittance_server;

-- One try to save without charging. It never knows what it is for: it carries an opaque purpose.
create table payments.method_setups (
  company_id uuid not null,
  id uuid not null,
  purpose_id uuid not null,
  customer_id uuid not null,
  type text not null check (type in ('card', 'ach')),
  confirmation_token text not null,
  state text not null check (state in ('created', 'requires_action', 'succeeded', 'failed', 'unknown')),
  processor_reference text,
  decline_code text,
  created_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, processor_reference),
  foreign key (company_id, customer_id) references customers.customers (company_id, id)
);
create index method_setups_of_purpose on payments.method_setups (company_id, purpose_id, id desc);
alter table payments.method_setups enable row level security;
create policy tenant on payments.method_setups using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on payments.method_setups to quittance_server;

create schema payments;
grant usage on schema payments to quittance_server;

create table payments.merchant_accounts (
  company_id uuid not null references identity.companies (id),
  id uuid not null,
  -- The connected account; null where the platform key is the company's own.
  processor_account text,
  country char(2) not null,
  settlement_currencies text[] not null check (cardinality(settlement_currencies) > 0),
  status text not null check (status in ('onboarding', 'in_review', 'enabled', 'action_required', 'rejected', 'closed')),
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id)
);
alter table payments.merchant_accounts enable row level security;
create policy tenant on payments.merchant_accounts using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on payments.merchant_accounts to quittance_server;

-- Whose a connected account is, for events that name it. Global.
create table payments.merchant_account_directory (
  processor_account text primary key, -- '' is the platform's own
  company_id uuid not null unique
);
grant select, insert on payments.merchant_account_directory to quittance_server;

-- One attempt. What it is for is opaque here.
create table payments.payments (
  company_id uuid not null,
  id uuid not null,
  purpose_type text not null,
  purpose_id uuid not null,
  submit_key text not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  method text not null check (method in ('card')),
  state text not null check (state in
    ('created', 'requires_action', 'processing', 'succeeded', 'failed', 'canceled', 'unknown', 'returned', 'charged_back')),
  confirmation_token text not null,
  processor_reference text,
  charge_reference text,
  secret_shared boolean not null default false,
  decline_code text,
  payer_name text,
  payer_email text,
  locale text not null,
  card_brand text,
  card_last4 text check (length(card_last4) = 4),
  wallet text,
  refunding bigint not null default 0 check (refunding >= 0),
  refunded bigint not null default 0 check (refunded >= 0),
  fee bigint,
  fee_currency char(3),
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (company_id, id),
  unique (company_id, purpose_id, submit_key),
  unique (company_id, processor_reference),
  unique (company_id, charge_reference),
  check (refunding + refunded <= amount)
);
create index payments_by_purpose on payments.payments (company_id, purpose_id, id);
create index payments_open on payments.payments (company_id, id)
  where state in ('created', 'requires_action', 'processing', 'unknown');
create index payments_by_state on payments.payments (company_id, state, id);
alter table payments.payments enable row level security;
create policy tenant on payments.payments using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on payments.payments to quittance_server;

create table payments.refunds (
  company_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  reason text,
  treatment text not null check (treatment in ('prepayment', 'reopen_invoice')),
  state text not null check (state in ('requested', 'pending', 'succeeded', 'failed', 'canceled')),
  processor_reference text,
  failure_reason text,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (company_id, id),
  unique (company_id, processor_reference),
  foreign key (company_id, payment_id) references payments.payments (company_id, id)
);
create index refunds_by_payment on payments.refunds (company_id, payment_id);
alter table payments.refunds enable row level security;
create policy tenant on payments.refunds using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on payments.refunds to quittance_server;

create table payments.balance_transactions (
  company_id uuid not null,
  id uuid not null,
  processor_reference text not null,
  kind text not null check (kind in ('charge', 'refund', 'refund_failure')),
  payment_id uuid not null,
  refund_id uuid,
  gross bigint not null,
  fee bigint not null,
  currency char(3) not null,
  available_on timestamptz,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, processor_reference),
  foreign key (company_id, payment_id) references payments.payments (company_id, id),
  foreign key (company_id, refund_id) references payments.refunds (company_id, id)
);
alter table payments.balance_transactions enable row level security;
create policy tenant on payments.balance_transactions using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on payments.balance_transactions to quittance_server;

-- What the processor told us: who and what, not its body; the object is read again when it is handled.
-- Global until the company is known.
create table payments.processor_events (
  id bigint generated always as identity primary key,
  provider text not null,
  account text not null,
  event_id text not null,
  type text not null,
  object_id text not null,
  related_id text,
  company_id uuid,
  received_at timestamptz not null default now(),
  handled_at timestamptz,
  unique (provider, account, event_id)
);
create index processor_events_unhandled on payments.processor_events (id) where handled_at is null;
grant select, insert, update on payments.processor_events to quittance_server;

-- Attempts as the pay page and the proofs of higher modules read them.
create view payments.payments_view with (security_invoker = true) as
  select company_id, id, purpose_type, purpose_id, amount, currency, state, refunded, refunding, decline_code,
    card_brand, card_last4, created_at, settled_at
  from payments.payments;
grant select on payments.payments_view to quittance_server;

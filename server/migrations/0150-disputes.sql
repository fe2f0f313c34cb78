-- Disputes: a payer's bank takes a payment back, or asks first, until it decides.
create table payments.disputes (
  company_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  processor_reference text not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  -- What the payer's bank says, by the processor's words: fraudulent, product_not_received…
  reason text not null,
  network_code text,
  state text not null check (state in ('inquiry', 'needs_response', 'under_review', 'won', 'lost', 'closed')),
  due_by timestamptz,
  opened_at timestamptz not null,
  decided_at timestamptz,
  -- When its money left the processor's balance, came back to it, and was written off as gone for good.
  withdrawn_at timestamptz,
  reinstated_at timestamptz,
  charged_back_at timestamptz,
  fee bigint not null default 0,
  fee_currency char(3),
  -- What was told to the bank: words by the processor's fields, and the files' names.
  evidence jsonb,
  submitted_at timestamptz,
  -- While an answer is on its way to the processor; `answers` counts them, for the processor's idempotency.
  answering_since timestamptz,
  answers integer not null default 0 check (answers >= 0),
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, processor_reference),
  foreign key (company_id, payment_id) references payments.payments (company_id, id),
  check (reinstated_at is null or withdrawn_at is not null),
  check (charged_back_at is null or withdrawn_at is not null)
);
create index disputes_by_payment on payments.disputes (company_id, payment_id);
alter table payments.disputes enable row level security;
create policy tenant on payments.disputes using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on payments.disputes to quittance_server;

create view payments.disputes_view with (security_invoker = true) as
  select company_id, id, payment_id, amount, currency, state, due_by, opened_at, decided_at from payments.disputes;
grant select on payments.disputes_view to quittance_server;

alter table payments.payments
  -- What disputes took of it for good, and whether one is open: then it is not refunded.
  add column charged_back bigint not null default 0 check (charged_back >= 0),
  add column disputed boolean not null default false;

alter table payments.balance_transactions add column dispute_id uuid;
alter table payments.balance_transactions add foreign key (company_id, dispute_id)
  references payments.disputes (company_id, id);
alter table payments.balance_transactions drop constraint balance_transactions_kind_check;
alter table payments.balance_transactions add constraint balance_transactions_kind_check
  check (kind in ('charge', 'refund', 'refund_failure', 'return', 'failure', 'dispute', 'dispute_reversal'));
create index balance_transactions_of_dispute on payments.balance_transactions (company_id, dispute_id)
  where dispute_id is not null;

create or replace view payments.payments_view with (security_invoker = true) as
  select company_id, id, purpose_type, purpose_id, amount, currency, state, refunded, refunding, decline_code,
    card_brand, card_last4, created_at, settled_at, words, method, bank_name, bank_last4, clears_from, clears_to,
    verify_by, verify_from, verify_wrong, returned_at, disputed, charged_back
  from payments.payments;

-- What a lost dispute was covered by: what became a loss is none where it is won after all.
create table receivables.charge_backs (
  company_id uuid not null,
  id uuid not null, -- the dispute's
  payment_id uuid not null,
  amount bigint not null check (amount > 0),
  loss bigint not null check (loss >= 0 and loss <= amount),
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, payment_id) references payments.payments (company_id, id)
);
create index charge_backs_of_payment on receivables.charge_backs (company_id, payment_id);
alter table receivables.charge_backs enable row level security;
create policy tenant on receivables.charge_backs using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on receivables.charge_backs to quittance_server;

-- The processor is asked now and then for disputes that it told nobody of; the first look at what is there by now.
insert into lib.due (task, company_id, subject_id, due_at)
  select 'find_disputes', company_id, id, '2000-01-01' from payments.merchant_accounts;

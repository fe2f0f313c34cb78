-- Payouts: what the processor sends to the company's bank account, or takes from it (staff screens say Deposits).
create table payments.payouts (
  company_id uuid not null,
  id uuid not null,
  processor_reference text not null,
  amount bigint not null check (amount <> 0), -- less than zero: taken from the bank account
  currency char(3) not null,
  state text not null check (state in ('scheduled', 'in_transit', 'paid', 'failed', 'canceled')),
  automatic boolean not null,
  bank_name text,
  bank_last4 text check (length(bank_last4) = 4),
  arrives_on date not null,
  -- What it took from the processor's balance; another one where it was sent again.
  balance_reference text,
  failure_code text,
  failure_message text,
  -- What finds it on the bank's statement.
  trace text,
  -- Whether the processor tells what it is made of at all, and since when that is known.
  is_listed boolean not null,
  listed_at timestamptz,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (company_id, id),
  unique (company_id, processor_reference)
);
alter table payments.payouts enable row level security;
create policy tenant on payments.payouts using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on payments.payouts to quittance_server;

-- What a payout is made of, as the processor lists it. Each movement of the balance goes with one payout.
create table payments.payout_lines (
  company_id uuid not null,
  id uuid not null,
  payout_id uuid not null,
  processor_reference text not null,
  type text not null, -- the processor's word
  source text,
  description text,
  gross bigint not null,
  fee bigint not null,
  currency char(3) not null,
  available_on timestamptz not null,
  made_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, processor_reference),
  foreign key (company_id, payout_id) references payments.payouts (company_id, id)
);
create index payouts_by_time on payments.payouts (company_id, created_at, id);
create index payout_lines_by_payout on payments.payout_lines (company_id, payout_id, id);
alter table payments.payout_lines enable row level security;
create policy tenant on payments.payout_lines using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on payments.payout_lines to quittance_server;

-- Movements of the processor's balance that are of no payment: payouts themselves, the processor's own fees, what it sets right.
create table payments.account_movements (
  company_id uuid not null,
  id uuid not null,
  processor_reference text not null,
  type text not null, -- the processor's word
  payout_id uuid,
  description text,
  gross bigint not null,
  fee bigint not null,
  currency char(3) not null,
  made_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, processor_reference),
  foreign key (company_id, payout_id) references payments.payouts (company_id, id)
);
create index account_movements_by_payout on payments.account_movements (company_id, payout_id) where payout_id is not null;
alter table payments.account_movements enable row level security;
create policy tenant on payments.account_movements using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on payments.account_movements to quittance_server;

create index balance_transactions_by_payment on payments.balance_transactions (company_id, payment_id);

-- Up to when (business time) the balance was read for what no event tells of.
alter table payments.merchant_accounts add column balance_read_at timestamptz;
insert into lib.due (task, company_id, subject_id, due_at)
  select 'read_balance', company_id, company_id, now() from payments.merchant_accounts
  on conflict do nothing;

-- What a payout is made of, with what our books have of each: null where nothing here explains it.
create view payments.payout_lines_view with (security_invoker = true) as
  select l.company_id, l.id, l.payout_id, l.processor_reference, l.type, l.source, l.description, l.gross, l.fee, l.currency,
    l.available_on, l.made_at, coalesce(b.payment_id, f.id) payment_id, b.refund_id,
    case
      when l.type in ('charge', 'payment') then 'charge'
      when l.type in ('refund', 'payment_refund', 'refund_failure') then 'refund'
      when l.type in ('payment_failure_refund', 'payment_reversal') or l.source ~ '^(dp|du)_' then 'return'
      when l.type in ('stripe_fee', 'stripe_fx_fee', 'tax_fee', 'application_fee') then 'fee'
      when l.type in ('payout', 'payout_failure', 'payout_cancel') then 'returned_payout'
      else 'adjustment'
    end category,
    -- A debit that failed stood on the balance and left it again: neither is in the books, and together they are nothing.
    case
      when f.id is not null then l.gross - l.fee
      when l.currency = coalesce(b.currency, a.currency) then coalesce(b.gross - b.fee, a.gross - a.fee)
    end booked
  from payments.payout_lines l
  left join payments.balance_transactions b
    on b.company_id = l.company_id and b.processor_reference = l.processor_reference and b.kind <> 'failure'
  left join payments.account_movements a
    on a.company_id = l.company_id and a.processor_reference = l.processor_reference
  left join payments.payments f
    on f.company_id = l.company_id and f.charge_reference = l.source and f.state in ('failed', 'canceled')
      and l.type in ('payment', 'payment_failure_refund');
grant select on payments.payout_lines_view to quittance_server;

create schema ledger;
grant usage on schema ledger to quittance_server;

-- The chart is the same for every company. Global.
create table ledger.accounts (
  code smallint primary key,
  name text not null unique,
  kind text not null check (kind in ('asset', 'liability', 'equity', 'income', 'expense', 'clearing'))
);
insert into ledger.accounts (code, name, kind) values
  (1010, 'Bank', 'asset'), (1020, 'Undeposited funds', 'asset'), (1050, 'Processor balance', 'asset'),
  (1060, 'Customer cash at processor', 'asset'), (1070, 'ACH in transit', 'asset'),
  (1080, 'Disputed funds', 'asset'), (1090, 'Payouts in transit', 'asset'),
  (1100, 'Accounts receivable', 'asset'), (2100, 'Customer credits', 'liability'),
  (2110, 'Customer prepayments', 'liability'), (2120, 'Payments in process', 'liability'),
  (2150, 'Receipts clearing', 'clearing'), (2200, 'Tax payable', 'liability'),
  (2300, 'Refunds payable', 'liability'), (3000, 'Opening balances', 'equity'),
  (4000, 'Sales', 'income'), (4050, 'Shipping income', 'income'),
  (4900, 'Returns and allowances', 'income'), (4910, 'Early-payment discounts', 'income'),
  (4950, 'Fee income', 'income'), (5100, 'Processing fees', 'expense'),
  (5110, 'Dispute and return fees', 'expense'), (5120, 'Bad debt and chargeback loss', 'expense');
grant select on ledger.accounts to quittance_server;

create table ledger.entries (
  company_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  reverses uuid,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, reverses),
  foreign key (company_id, reverses) references ledger.entries (company_id, id)
);
create index entries_by_subject on ledger.entries (company_id, subject_id);
alter table ledger.entries enable row level security;
create policy tenant on ledger.entries using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on ledger.entries to quittance_server;

-- One row moves one positive amount from the credit to the debit account, so the books balance by construction.
create table ledger.transfers (
  company_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  debit smallint not null references ledger.accounts (code),
  credit smallint not null references ledger.accounts (code),
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  primary key (company_id, id),
  foreign key (company_id, entry_id) references ledger.entries (company_id, id),
  check (debit <> credit)
);
create index transfers_by_entry on ledger.transfers (company_id, entry_id);
alter table ledger.transfers enable row level security;
create policy tenant on ledger.transfers using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on ledger.transfers to quittance_server;

-- What moved, with what and whom it was about. Published for the proofs and reports of higher modules.
create view ledger.movements_view with (security_invoker = true) as
  select e.company_id "companyId", e.kind, e.subject_type "subjectType", e.subject_id "subjectId", e.at,
    t.debit, t.credit, t.amount, t.currency
  from ledger.entries e join ledger.transfers t on t.company_id = e.company_id and t.entry_id = e.id;
grant select on ledger.movements_view to quittance_server;

-- Cash and cheques that a person of the company was given: they lie in undeposited funds (1020) until they are banked.
alter table payments.payments drop constraint payments_method_check;
alter table payments.payments add constraint payments_method_check
  check (method in ('card', 'wallet', 'ach', 'wire', 'bnpl', 'cash', 'cheque'));

-- What was taken to the bank in one go.
create table payments.bank_deposits (
  company_id uuid not null,
  id uuid not null,
  deposited_on date not null,
  reference text, -- the slip's
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  payments integer not null check (payments > 0),
  created_at timestamptz not null,
  primary key (company_id, id)
);
alter table payments.bank_deposits enable row level security;
create policy tenant on payments.bank_deposits using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on payments.bank_deposits to quittance_server;

-- What is known of cash or a cheque, beside its payment. Never a number of an account.
create table payments.tenders (
  company_id uuid not null,
  id uuid not null, -- the payment's
  purpose_id uuid not null, -- as the payment's: whose it is
  reference text, -- a cheque's number
  payer text,
  received_on date not null,
  -- The same cheque again (by whose it is, number and amount), confirmed by a person: so the same is booked once unless meant.
  repeated integer not null default 0 check (repeated >= 0),
  is_cheque boolean not null,
  amount bigint not null,
  currency char(3) not null,
  bank_deposit_id uuid,
  -- Why a person took it back, where one did.
  taken_back text check (taken_back in ('bounced', 'mistake')),
  note text,
  primary key (company_id, id),
  foreign key (company_id, id) references payments.payments (company_id, id),
  foreign key (company_id, bank_deposit_id) references payments.bank_deposits (company_id, id),
  check (not is_cheque or reference is not null)
);
create unique index tenders_once on payments.tenders
  (company_id, purpose_id, (lower(reference)), amount, currency, repeated) where is_cheque;
create index tenders_of_deposit on payments.tenders (company_id, bank_deposit_id) where bank_deposit_id is not null;
create index tenders_undeposited on payments.tenders (company_id, id) where bank_deposit_id is null and taken_back is null;
alter table payments.tenders enable row level security;
create policy tenant on payments.tenders using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on payments.tenders to quittance_server;

-- Whose a payment is that no request asked for.
create view customers.customers_view with (security_invoker = true) as
  select company_id, id, name from customers.customers;
grant select on customers.customers_view to quittance_server;

-- With what paid: an invoice's payments stand in the story of who was asked for it.
create or replace view receivables.applications_view with (security_invoker = true) as
  select company_id, id, payable_id, source_id from receivables.applications;

-- Wires through the processor: each customer has an account number of its own there, at which its wires arrive as cash.

-- Customers who were shown where to send a wire. The number itself is the processor's, and is nowhere here.
create table payments.cash_accounts (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  processor_account text not null, -- '' where the key is the company's own
  processor_customer text not null,
  shown_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, customer_id, processor_account),
  unique (company_id, processor_customer),
  foreign key (company_id, customer_id) references customers.customers (company_id, id)
);
alter table payments.cash_accounts enable row level security;
create policy tenant on payments.cash_accounts using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on payments.cash_accounts to quittance_server;

alter table payments.wires add column cash_account_id uuid; -- null: booked by hand
alter table payments.wires add foreign key (company_id, cash_account_id)
  references payments.cash_accounts (company_id, id);
-- The processor tells two equal wires apart; a person may not.
drop index payments.wires_once;
create unique index wires_once on payments.wires
  (company_id, (lower(coalesce(reference, ''))), received_on, amount, currency, repeated) where cash_account_id is null;
create index wires_of_account on payments.wires (company_id, cash_account_id) where cash_account_id is not null;

-- What of a wire was taken from the customer's cash into the company's balance, when it was said what it is for.
create table payments.cash_draws (
  company_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  amount bigint not null check (amount > 0),
  state text not null check (state in ('asked', 'drawn')),
  processor_reference text,
  created_at timestamptz not null,
  drawn_at timestamptz,
  primary key (company_id, id),
  unique (company_id, processor_reference),
  foreign key (company_id, payment_id) references payments.payments (company_id, id),
  check ((state = 'drawn') = (processor_reference is not null and drawn_at is not null))
);
-- One at a time of a wire.
create unique index cash_draws_asked on payments.cash_draws (company_id, payment_id) where state = 'asked';
create index cash_draws_of_payment on payments.cash_draws (company_id, payment_id);
alter table payments.cash_draws enable row level security;
create policy tenant on payments.cash_draws using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on payments.cash_draws to quittance_server;

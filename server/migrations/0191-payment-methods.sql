-- Cards and bank accounts that a customer lets the company keep, as the processor names them: never a number.
create table payments.payment_methods (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  type text not null check (type in ('card', 'ach')),
  processor_account text not null, -- '' where the key is the company's own
  processor_customer text not null,
  processor_reference text not null,
  fingerprint text, -- the processor's, the same for the same card or account
  brand text,
  bank_name text,
  last4 text not null check (length(last4) = 4),
  exp_month integer check (exp_month between 1 and 12),
  exp_year integer check (exp_year between 2000 and 2200),
  state text not null check (state in ('active', 'expired', 'invalid', 'removed')),
  is_default boolean not null default false,
  reason text, -- why it became invalid, or was removed
  warned_at timestamptz,
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (company_id, id),
  unique (company_id, processor_reference),
  foreign key (company_id, customer_id) references customers.customers (company_id, id),
  check ((type = 'card') = (exp_month is not null and exp_year is not null)),
  check (not is_default or state <> 'removed')
);
create index payment_methods_of_customer on payments.payment_methods (company_id, customer_id, id desc);
create unique index payment_methods_default on payments.payment_methods (company_id, customer_id) where is_default;
alter table payments.payment_methods enable row level security;
create policy tenant on payments.payment_methods using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on payments.payment_methods to quittance_server;

-- What somebody agreed to when they let the company keep it, word for word: who, when, from where and how.
create table payments.method_consents (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  -- With what it was given: a payment, or the filling of a form.
  subject_type text not null check (subject_type in ('payment', 'method_setup')),
  subject_id uuid not null,
  -- What was saved by it, once the processor has it.
  payment_method_id uuid,
  version text not null,
  locale text not null,
  text text not null,
  name text,
  email text,
  address text not null, -- as the connection had it: evidence, not a counter's key
  user_agent text not null,
  accepted_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, subject_id),
  foreign key (company_id, customer_id) references customers.customers (company_id, id),
  foreign key (company_id, payment_method_id) references payments.payment_methods (company_id, id)
);
alter table payments.method_consents enable row level security;
create policy tenant on payments.method_consents using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on payments.method_consents to quittance_server;

-- An attempt is paid by what a page collected, or by what was saved before.
alter table payments.payments add column saved_method_id uuid;
alter table payments.payments alter column confirmation_token drop not null;
alter table payments.payments add foreign key (company_id, saved_method_id)
  references payments.payment_methods (company_id, id);

-- The processor's own record of a customer, by the account that has it: what is saved, and what is sent to the customer's
-- own bank account number at the processor, hangs on it there.
create table payments.processor_customers (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  processor_account text not null, -- '' where the key is the company's own
  reference text not null,
  created_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, customer_id, processor_account),
  unique (company_id, reference),
  foreign key (company_id, customer_id) references customers.customers (company_id, id)
);
alter table payments.processor_customers enable row level security;
create policy tenant on payments.processor_customers using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on payments.processor_customers to quittance_server;

-- What a customer was told of their account, frozen as it was told. Its sums are what the mail, the PDF and the link say.
create table receivables.statements (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  currency char(3) not null,
  kind text not null check (kind in ('balance_forward', 'open_items', 'transactions')),
  as_of date not null,
  pending bigint not null,
  content jsonb not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customers.customers (company_id, id)
);
create index statements_by_customer on receivables.statements (company_id, customer_id, id);
alter table receivables.statements enable row level security;
create policy tenant on receivables.statements using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on receivables.statements to quittance_server;
grant update (sent_at) on receivables.statements to quittance_server;

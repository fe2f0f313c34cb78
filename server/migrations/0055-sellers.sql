-- Under whose name a company sells beside its own: e-invoices of another seller are imported only once somebody said
-- that it is the company. The digest is of what is compared, so that the same seller is noted once.
create table receivables.sellers (
  company_id uuid not null,
  id uuid not null,
  names text[] not null check (cardinality(names) > 0),
  tax_id text,
  addresses text[] not null,
  digest bytea not null check (length(digest) = 32),
  created_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, digest)
);
alter table receivables.sellers enable row level security;
create policy tenant on receivables.sellers using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, delete on receivables.sellers to quittance_server;

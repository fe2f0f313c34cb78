-- Who did something, by name: whoever works for the company, and its keys. Published for all modules.
create view identity.actors_view with (security_invoker = true) as
  select m.company_id, 'staff' actor_type, m.user_id::text actor_id, u.name
  from identity.memberships m join identity.users u on u.id = m.user_id
  union all
  select company_id, 'api_key', id::text, name from identity.api_keys;
grant select on identity.actors_view to quittance_server;

-- Credit notes that wait for approval (ADR 38). Each has the id of the credit note that it becomes, and before that no
-- number, no credit and nothing posted.
create table receivables.credit_note_proposals (
  company_id uuid not null,
  id uuid not null,
  state text not null check (state in ('draft', 'pending_approval', 'rejected', 'issued', 'void')),
  revision integer not null default 1,
  customer_id uuid not null,
  invoice_id uuid,
  invoice_reference text,
  invoice_revision integer, -- that the invoice had when it was submitted
  currency char(3) not null,
  buyer jsonb not null,
  terms jsonb not null, -- its lines as they were given, and whether taxes are in them
  total bigint not null check (total > 0),
  applies bigint check (applies >= 0), -- what it would settle of its invoice when it was submitted; null: it is not applied
  issued_on date, -- null: the day on which it is issued
  reason text,
  written_by_type text not null,
  written_by text not null,
  created_at timestamptz not null,
  submitted_at timestamptz not null,
  decided_by_type text,
  decided_by text,
  decided_at timestamptz,
  rejected_for text,
  ended_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customers.customers (company_id, id),
  foreign key (company_id, invoice_id) references receivables.invoices (company_id, id),
  check ((invoice_id is null) = (invoice_revision is null)),
  check (applies is null or invoice_id is not null),
  check ((decided_by is null) = (decided_at is null)),
  check (state <> 'rejected' or rejected_for is not null),
  check ((state in ('issued', 'void')) = (ended_at is not null)),
  -- Four eyes.
  constraint credit_note_proposals_four_eyes check (decided_by is null or decided_by_type = 'staff' and decided_by <> written_by)
);
create index credit_note_proposals_by_customer on receivables.credit_note_proposals (company_id, customer_id, id);
create index credit_note_proposals_of_invoice on receivables.credit_note_proposals (company_id, invoice_id)
  where invoice_id is not null;
alter table receivables.credit_note_proposals enable row level security;
create policy tenant on receivables.credit_note_proposals using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on receivables.credit_note_proposals to quittance_server;

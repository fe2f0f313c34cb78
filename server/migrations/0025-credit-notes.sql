-- A claim that the company takes back, in its own gapless series or with the number it came with. Amounts are positive.
create table receivables.credit_notes (
  company_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  invoice_id uuid, -- the invoice it corrects, where there is one
  invoice_reference text, -- its number, as the credit note has it
  series text not null check (series in ('own', 'external')),
  number text not null,
  sequence bigint,
  type_code text not null,
  source text,
  state text not null check (state in ('issued', 'void')),
  currency char(3) not null,
  subtotal bigint not null,
  allowances bigint not null,
  charges bigint not null,
  tax bigint not null,
  rounding bigint not null,
  total bigint not null check (total + rounding > 0),
  issued_on date not null,
  reason text,
  buyer jsonb not null,
  seller jsonb,
  adjustments jsonb not null,
  tax_breakdown jsonb not null,
  created_at timestamptz not null,
  voided_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, customer_id) references customers.customers (company_id, id),
  foreign key (company_id, invoice_id) references receivables.invoices (company_id, id),
  check ((series = 'own') = (sequence is not null))
);
create unique index credit_notes_own_number on receivables.credit_notes (company_id, sequence) where series = 'own';
create unique index credit_notes_external_number on receivables.credit_notes (company_id, source, number) where series = 'external';
create index credit_notes_by_customer on receivables.credit_notes (company_id, customer_id, id);
create index credit_notes_of_invoice on receivables.credit_notes (company_id, invoice_id) where invoice_id is not null;
alter table receivables.credit_notes enable row level security;
create policy tenant on receivables.credit_notes using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on receivables.credit_notes to quittance_server;

create table receivables.credit_note_lines (
  company_id uuid not null,
  id uuid not null,
  credit_note_id uuid not null,
  position integer not null,
  description text not null,
  quantity text,
  unit text,
  unit_price text,
  tax_rate text,
  amount bigint not null,
  primary key (company_id, id),
  unique (company_id, credit_note_id, position),
  -- Deferred: the credit note itself is written last, in the statement that takes its number.
  foreign key (company_id, credit_note_id) references receivables.credit_notes (company_id, id) deferrable initially deferred
);
alter table receivables.credit_note_lines enable row level security;
create policy tenant on receivables.credit_note_lines using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on receivables.credit_note_lines to quittance_server;

-- What a credit note is worth is a credit. One that was voided is used up by that.
alter table receivables.credits drop constraint credits_kind_check;
alter table receivables.credits add constraint credits_kind_check
  check (kind in ('prepayment', 'overpayment', 'credit_note'));
alter table receivables.credits add column credit_note_id uuid,
  add column voided_at timestamptz,
  add foreign key (company_id, credit_note_id) references receivables.credit_notes (company_id, id),
  add check ((kind = 'credit_note') = (credit_note_id is not null)),
  add check (voided_at is null or used = amount);
create unique index credits_of_credit_note on receivables.credits (company_id, credit_note_id)
  where credit_note_id is not null;

-- Of what was refunded, what took a sale back (treatment reduce_sale), so that it is not owed again.
alter table receivables.payables add column reduced bigint not null default 0
  check (reduced >= 0 and reduced <= refunded);
-- The application that a refund with reduce_sale was taken out of; it stands.
alter table receivables.refund_allocations add column reduces uuid,
  add foreign key (company_id, reduces) references receivables.applications (company_id, id);
create index refund_allocations_reducing on receivables.refund_allocations (company_id, reduces)
  where reduces is not null;
create index refund_allocations_of_credit on receivables.refund_allocations (company_id, credit_id)
  where credit_id is not null;

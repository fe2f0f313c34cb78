-- An edited invoice keeps the lines that it had: those of its highest revision count.
alter table receivables.invoice_lines add column revision integer not null default 1;
alter table receivables.invoice_lines drop constraint invoice_lines_company_id_invoice_id_position_key;
alter table receivables.invoice_lines add unique (company_id, invoice_id, revision, position);

-- What became of a request when an invoice of it was edited: an old link says what changed. Minor units.
create table requests.edits (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  invoice_id uuid not null,
  at timestamptz not null,
  open_before bigint not null,
  open_after bigint not null,
  primary key (company_id, id),
  foreign key (company_id, request_id) references requests.requests (company_id, id),
  foreign key (company_id, invoice_id) references receivables.invoices (company_id, id)
);
create index edits_of_request on requests.edits (company_id, request_id, id);
alter table requests.edits enable row level security;
create policy tenant on requests.edits using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on requests.edits to quittance_server;

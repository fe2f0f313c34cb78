-- Documents that the company adds: an invoice, a sales order, a photograph. Their bytes rest in a column and not in
-- large objects or a folder: a column is under row-level security, in every backup and replica, and written in the
-- transaction of what it belongs to. No larger than 10 MB, they are kept out of line and read only when asked for.
create table receivables.attachments (
  company_id uuid not null,
  id uuid not null,
  file_name text not null check (length(file_name) between 1 and 200),
  content_type text not null check (content_type in ('application/pdf', 'image/png', 'image/jpeg', 'image/webp')),
  size_bytes integer not null check (size_bytes between 1 and 10485760),
  sha256 bytea not null check (length(sha256) = 32),
  bytes bytea not null check (length(bytes) = size_bytes),
  created_at timestamptz not null default now(),
  primary key (company_id, id)
);
-- Images and PDFs are compressed already.
alter table receivables.attachments alter column bytes set storage external;
alter table receivables.attachments enable row level security;
create policy tenant on receivables.attachments using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, delete on receivables.attachments to quittance_server;

-- What a request shows to its payer. An attachment that is used cannot be deleted.
create table requests.attachments (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  attachment_id uuid not null,
  primary key (company_id, id),
  unique (company_id, request_id, attachment_id),
  foreign key (company_id, request_id) references requests.requests (company_id, id),
  foreign key (company_id, attachment_id) references receivables.attachments (company_id, id)
);
create index attachment_uses on requests.attachments (company_id, attachment_id);
alter table requests.attachments enable row level security;
create policy tenant on requests.attachments using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on requests.attachments to quittance_server;

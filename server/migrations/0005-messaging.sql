create schema messaging;
grant usage on schema messaging to quittance_server;

-- A message carries an opaque subject. Bodies hold {link:lnk_…}, filled when sending; documents are rendered
-- when sent, so no token rests here.
create table messaging.messages (
  company_id uuid not null,
  id uuid not null,
  channel text not null check (channel in ('email')),
  kind text not null,
  to_address text not null,
  to_name text,
  locale text not null,
  content jsonb not null,
  attachments jsonb not null default '[]',
  link_id uuid,
  subject_type text not null,
  subject_id uuid not null,
  dedupe_key text not null,
  message_id text not null,
  state text not null check (state in ('queued', 'sent', 'delivered', 'failed')),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (company_id, id),
  unique (company_id, dedupe_key),
  unique (company_id, message_id)
);
create index messages_by_subject on messaging.messages (company_id, subject_id, id);
alter table messaging.messages enable row level security;
create policy tenant on messaging.messages using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on messaging.messages to quittance_server;

-- Texts that a company's whole team shares. Those that come with the product are in its source, not here.
create table messaging.templates (
  company_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('request', 'confirmation', 'reply')),
  language text not null check (language in ('en', 'fr')),
  sector text not null,
  name text not null,
  subject text,
  body text not null,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, kind, name, language)
);
alter table messaging.templates enable row level security;
create policy tenant on messaging.templates using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update, delete on messaging.templates to quittance_server;

-- Companies, staff, API keys, settings, audit trail.
create schema identity;
grant usage on schema identity to quittance_server;

create table identity.companies (
  id uuid primary key,
  public_number bytea not null unique check (length(public_number) = 4),
  legal_name text not null,
  display_name text not null,
  email text,
  phone text,
  address_lines text[] not null default '{}',
  country char(2) not null,
  tax_id text,
  language text not null check (language in ('en', 'fr')),
  time_zone text not null,
  currency char(3) not null,
  statement_descriptor text,
  created_at timestamptz not null default now()
);
grant select, insert on identity.companies to quittance_server;

-- Who a company is to the people it deals with. Published for the snapshots of higher modules.
create view identity.companies_view as
  select id, display_name, legal_name, email, phone, address_lines, country, tax_id, time_zone, statement_descriptor
  from identity.companies;
grant select on identity.companies_view to quittance_server;

create table identity.users (
  id uuid primary key,
  email text not null,
  name text not null,
  language text not null check (language in ('en', 'fr')),
  created_at timestamptz not null default now()
);
create unique index users_email on identity.users (lower(email));
grant select, insert, update on identity.users to quittance_server;

create table identity.memberships (
  company_id uuid not null references identity.companies (id),
  id uuid not null,
  user_id uuid not null references identity.users (id),
  roles text[] not null check (cardinality(roles) > 0),
  status text not null check (status in ('invited', 'active', 'suspended', 'removed')),
  payment_notices boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, user_id)
);
alter table identity.memberships enable row level security;
create policy tenant on identity.memberships using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on identity.memberships to quittance_server;

create table identity.api_keys (
  company_id uuid not null references identity.companies (id),
  id uuid not null,
  name text not null,
  permissions text[] not null,
  hint text not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (company_id, id)
);
alter table identity.api_keys enable row level security;
create policy tenant on identity.api_keys using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on identity.api_keys to quittance_server;

-- Whose a key is, before the company is known. Only the key's SHA-256. Global.
create table identity.api_key_directory (
  secret_hash bytea primary key check (length(secret_hash) = 32),
  company_id uuid not null,
  api_key_id uuid not null,
  permissions text[] not null,
  foreign key (company_id, api_key_id) references identity.api_keys (company_id, id)
);
grant select, insert, delete on identity.api_key_directory to quittance_server;

create table identity.settings (
  company_id uuid not null references identity.companies (id),
  id uuid not null,
  key text not null,
  value jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, key)
);
alter table identity.settings enable row level security;
create policy tenant on identity.settings using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on identity.settings to quittance_server;

-- Settings as a pay page reads them with its own rows. Published for requests.
create view identity.settings_view with (security_invoker = true) as
  select company_id, key, value from identity.settings;
grant select on identity.settings_view to quittance_server;

-- Append-only: no update, no delete. `xact` lets a batch be closed when nothing can be added to it any more.
create table identity.audit_events (
  company_id uuid not null,
  id uuid not null,
  xact xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  actor_type text not null,
  actor_id text not null,
  action text not null,
  subject_type text not null,
  subject_id uuid not null,
  detail jsonb not null,
  primary key (company_id, id)
);
create index audit_events_by_xact on identity.audit_events (company_id, xact, id);
create index audit_events_by_subject on identity.audit_events (company_id, subject_id, id);
alter table identity.audit_events enable row level security;
create policy tenant on identity.audit_events using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on identity.audit_events to quittance_server;

-- A seal closes what can no longer grow: the events of ended transactions (before to_xact, written until sealed_at)
-- that no seal before it closed (from from_xact on, or written after from_at: transaction numbers start again in a
-- restored copy, time does not). It keeps their count, their digest and the digest of the seal before.
create table identity.audit_seals (
  company_id uuid not null,
  id uuid not null,
  number bigint not null check (number > 0),
  from_xact xid8 not null,
  to_xact xid8 not null,
  from_at timestamptz not null,
  events bigint not null check (events >= 0),
  digest bytea not null,
  previous bytea not null,
  sealed_at timestamptz not null,
  primary key (company_id, id),
  unique (company_id, number)
);
alter table identity.audit_seals enable row level security;
create policy tenant on identity.audit_seals using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on identity.audit_seals to quittance_server;

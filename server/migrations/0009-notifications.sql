create schema notifications;
grant usage on schema notifications to quittance_server;

-- What integrators may read: written after the commit that it tells of.
create table notifications.events (
  company_id uuid not null,
  id uuid not null,
  type text not null,
  subject_type text not null,
  subject_id uuid not null,
  occurred_at timestamptz not null,
  primary key (company_id, id)
);
create index events_by_type on notifications.events (company_id, type, id);
create index events_by_subject on notifications.events (company_id, subject_id, id);
alter table notifications.events enable row level security;
create policy tenant on notifications.events using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on notifications.events to quittance_server;

create table notifications.priorities (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  created_at timestamptz not null default now(),
  resolved_at timestamptz,
  primary key (company_id, id),
  unique (company_id, kind, subject_id)
);
alter table notifications.priorities enable row level security;
create policy tenant on notifications.priorities using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on notifications.priorities to quittance_server;

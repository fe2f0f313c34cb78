-- What every module stands on: outbox, due rows, idempotency keys, the sandbox clock.
create schema if not exists lib;
grant usage on schema lib to quittance_server;

-- `verify` compares the processor's list in a temporary table.
do $$ begin execute format('grant temporary on database %I to quittance_server', current_database()); end $$;

-- Jobs whose transaction has committed, on their way to graphile-worker. Global: job tables.
create table lib.outbox (
  id bigint generated always as identity primary key,
  company_id uuid,
  task text not null,
  payload jsonb not null,
  created_at timestamptz not null default now()
);
grant select, insert, update, delete on lib.outbox to quittance_server;

-- Timed work, swept against the business clock. Global.
create table lib.due (
  task text not null,
  company_id uuid not null,
  subject_id uuid not null,
  due_at timestamptz not null,
  primary key (task, company_id, subject_id)
);
create index due_by_time on lib.due (due_at);
grant select, insert, update, delete on lib.due to quittance_server;

-- How far business time is ahead of system time. One row; only the sandbox moves it. Global.
create table lib.clock (
  singleton boolean primary key default true check (singleton),
  offset_seconds bigint not null default 0
);
insert into lib.clock default values;
grant select, update on lib.clock to quittance_server;

create table lib.idempotency_keys (
  company_id uuid not null,
  id uuid not null,
  key text not null check (length(key) between 1 and 255),
  input_hash bytea not null,
  state text not null check (state in ('in_progress', 'done')),
  subject_id uuid,
  status integer,
  body jsonb,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, key),
  check ((state = 'done') = (status is not null))
);
create index idempotency_keys_by_age on lib.idempotency_keys (created_at);
alter table lib.idempotency_keys enable row level security;
create policy tenant on lib.idempotency_keys using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on lib.idempotency_keys to quittance_server;

-- Answers are kept 24 hours, but those of payments and refunds for ever; over all companies, so as a definer.
create function lib.forget_idempotency_keys(before timestamptz) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with gone as (delete from lib.idempotency_keys where created_at < before and subject_id is null returning 1) select count(*) from gone
$$;
revoke all on function lib.forget_idempotency_keys(timestamptz) from public;
grant execute on function lib.forget_idempotency_keys(timestamptz) to quittance_server;

-- What a module calls where one of its own statements must queue a job too.
create function lib.enqueue(company uuid, task text, payload jsonb) returns void language sql as $$
  insert into lib.outbox (company_id, task, payload) values (company, task, payload)
$$;
grant execute on function lib.enqueue(uuid, text, jsonb) to quittance_server;

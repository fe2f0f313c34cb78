-- People sign in. A password is kept as its argon2id hash, with its parameters in it; null until one is chosen.
alter table identity.users
  add column password_hash text,
  add column password_changed_at timestamptz,
  -- The company that they worked in last: where the next session begins.
  add column last_company_id uuid references identity.companies (id);

-- A session is known by the SHA-256 of a random token, which rests in the browser's cookie alone. Global: it says
-- who comes and for which company, before a company is known. One that has ended is deleted.
create table identity.sessions (
  id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  user_id uuid not null references identity.users (id),
  company_id uuid not null references identity.companies (id),
  address text not null,
  user_agent text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_by_user on identity.sessions (user_id, id);
grant select, insert, update, delete on identity.sessions to quittance_server;

-- What a company's role may do where the company changed it. A role without a row is as the preset table says.
create table identity.role_permissions (
  company_id uuid not null references identity.companies (id),
  id uuid not null,
  role text not null check (role <> 'admin'),
  permissions text[] not null,
  primary key (company_id, id),
  unique (company_id, role)
);
alter table identity.role_permissions enable row level security;
create policy tenant on identity.role_permissions using (company_id = current_setting('app.company_id')::uuid);

-- Who comes with a session, by the hash of its token: one that is over, or whose person no longer works there, is none.
create function identity.find_session(hash bytea, at timestamptz, seen_after timestamptz)
returns table (id uuid, user_id uuid, company_id uuid, public_number bytea, membership_id uuid, roles text[],
  role_permissions jsonb, last_seen_at timestamptz, expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.user_id, s.company_id, c.public_number, m.id, m.roles,
    (select coalesce(jsonb_object_agg(p.role, to_jsonb(p.permissions)), '{}') from identity.role_permissions p
      where p.company_id = s.company_id and p.role = any(m.roles)),
    s.last_seen_at, s.expires_at
  from identity.sessions s
    join identity.companies c on c.id = s.company_id
    join identity.memberships m on m.company_id = s.company_id and m.user_id = s.user_id and m.status = 'active'
  where s.token_hash = hash and s.expires_at > at and s.last_seen_at > seen_after
$$;
revoke all on function identity.find_session(bytea, timestamptz, timestamptz) from public;
grant execute on function identity.find_session(bytea, timestamptz, timestamptz) to quittance_server;

-- The companies that a person works for, before one of them is chosen.
create function identity.find_companies_of(person uuid)
returns table (id uuid, membership_id uuid, name text, roles text[])
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id, m.id, c.display_name, m.roles
  from identity.memberships m join identity.companies c on c.id = m.company_id
  where m.user_id = person and m.status = 'active' order by m.id
$$;
revoke all on function identity.find_companies_of(uuid) from public;
grant execute on function identity.find_companies_of(uuid) to quittance_server;

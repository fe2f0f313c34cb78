-- A new password, asked for by mail. There is a row for each asking, also where nobody has the address, so that both
-- take the same work; only one with a person is ever mailed. Global: nobody is signed in.
create table identity.password_resets (
  id uuid primary key,
  token_hash bytea not null unique check (length(token_hash) = 32),
  user_id uuid references identity.users (id),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index password_resets_by_user on identity.password_resets (user_id);
grant select, insert, delete on identity.password_resets to quittance_server;

-- The one link by which an invited person may join; a newer one replaces it, and it is deleted when used. Global: it
-- says which company, before a company is known.
create table identity.invitations (
  company_id uuid not null,
  membership_id uuid not null,
  id uuid not null unique,
  token_hash bytea not null unique check (length(token_hash) = 32),
  expires_at timestamptz not null,
  primary key (company_id, membership_id),
  foreign key (company_id, membership_id) references identity.memberships (company_id, id)
);
grant select, insert, update, delete on identity.invitations to quittance_server;

-- Members come and go; an invitation may be taken back.
alter table identity.memberships drop constraint memberships_status_check;
alter table identity.memberships
  add constraint memberships_status_check check (status in ('invited', 'active', 'suspended', 'removed', 'revoked')),
  -- Which notices this person does not want by mail.
  add column muted_notices text[] not null default '{}';
update identity.memberships set muted_notices = '{payment_received,link_wanted}' where not payment_notices;
alter table identity.memberships drop column payment_notices;
grant update on identity.memberships to quittance_server;

-- Whom an invitation is for, before a company is set.
create function identity.find_invited(company uuid, membership uuid) returns table (user_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.user_id from identity.memberships m
  where m.company_id = company and m.id = membership and m.status = 'invited'
$$;
revoke all on function identity.find_invited(uuid, uuid) from public;
grant execute on function identity.find_invited(uuid, uuid) to quittance_server;

-- The seed of a person's time-based codes (RFC 6238), sealed with a key from the environment. It counts once it is
-- confirmed by a code; a code counts once, since none is taken of a step that was taken before.
alter table identity.users
  add column totp_seed bytea,
  add column totp_confirmed_at timestamptz,
  add column totp_last_step bigint not null default 0;

-- What opens where the telephone is lost: 80 random bits each, kept as SHA-256, deleted when used. Global, as users.
create table identity.recovery_codes (
  user_id uuid not null references identity.users (id),
  code_hash bytea not null check (length(code_hash) = 32),
  primary key (user_id, code_hash)
);
grant select, insert, delete on identity.recovery_codes to quittance_server;

-- The browsers that a person signed in with, each known by the SHA-256 of a random token in a cookie of its own, which
-- opens nothing: a sign-in from any other is told to its person by mail. Global: nobody is signed in yet.
create table identity.known_browsers (
  user_id uuid not null references identity.users (id),
  token_hash bytea not null check (length(token_hash) = 32),
  last_used_at timestamptz not null,
  primary key (user_id, token_hash)
);
create index known_browsers_by_use on identity.known_browsers (last_used_at);
grant select, insert, update, delete on identity.known_browsers to quittance_server;

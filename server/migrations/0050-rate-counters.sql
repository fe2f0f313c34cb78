-- How often something was done lately by somebody: what limits abuse, shared by all server processes. Global: it is
-- counted before a company is known, or for none. A subject is a digest, so that no address stands here in clear.
-- A row whose time is over counts for nothing; the next count begins it anew, and a job deletes what nobody began.
create table lib.rate_counters (
  name text not null check (length(name) between 1 and 60),
  subject bytea not null,
  count integer not null check (count > 0),
  ends_at timestamptz not null,
  primary key (name, subject)
);
create index rate_counters_by_end on lib.rate_counters (ends_at);
grant select, insert, update, delete on lib.rate_counters to quittance_server;

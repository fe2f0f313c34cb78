-- Where an attempt came from: the payer's address, of an IPv6 one its network of 64 bits. Null before it was kept.
alter table payments.payments add column payer_address text check (length(payer_address) between 1 and 60);

-- Times at which unusually many cards were declined in a company: somebody tries stolen ones on its pages. A surge
-- goes on until staff settled it, or until there was none for a day. What it counted is of the hour before it was
-- reached for the last time.
create table requests.decline_surges (
  company_id uuid not null references identity.companies (id),
  id uuid not null,
  started_at timestamptz not null,
  reached_at timestamptz not null,
  declines integer not null check (declines > 0),
  requests integer not null check (requests > 0),
  addresses integer not null check (addresses >= 0),
  -- No card of the company's links is asked until then.
  paused_until timestamptz,
  ended_at timestamptz,
  primary key (company_id, id)
);
create unique index decline_surges_going_on on requests.decline_surges (company_id) where ended_at is null;
alter table requests.decline_surges enable row level security;
create policy tenant on requests.decline_surges using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on requests.decline_surges to quittance_server;

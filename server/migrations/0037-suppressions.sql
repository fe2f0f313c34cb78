-- Addresses that a company's mail does not go to: nobody is there (all mail), or they asked for no more of what is
-- optional (reminders and thanks). Lower case.
create table messaging.suppressions (
  company_id uuid not null,
  id uuid not null,
  address text not null check (address = lower(address)),
  reason text not null check (reason in ('bounced', 'unsubscribed')),
  message_id uuid,
  detail text,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, address, reason),
  foreign key (company_id, message_id) references messaging.messages (company_id, id)
);
alter table messaging.suppressions enable row level security;
create policy tenant on messaging.suppressions using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, delete on messaging.suppressions to quittance_server;

-- Orders whose invoice is to go out by itself since they are confirmed: each once, however often the job is run.
create table requests.order_mails (
  company_id uuid not null,
  -- The order's.
  id uuid not null,
  -- Null until it was tried: sent, nothing_open, sent_before, or why not.
  outcome text,
  primary key (company_id, id),
  foreign key (company_id, id) references sales.orders (company_id, id)
);
alter table requests.order_mails enable row level security;
create policy tenant on requests.order_mails using (company_id = current_setting('app.company_id')::uuid);
grant select, insert on requests.order_mails to quittance_server;
grant update (outcome) on requests.order_mails to quittance_server;

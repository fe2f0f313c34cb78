-- What reports of a period are read by.
create index entries_by_time on ledger.entries (company_id, at);
create index requests_by_sent on requests.requests (company_id, sent_at) where sent_at is not null;

create view receivables.open_invoices_view with (security_invoker = true) as
  select company_id, id, customer_id, currency, open, due_on from receivables.payables where open > 0 and kind = 'invoice';
grant select on receivables.open_invoices_view to quittance_server;

create view requests.sent_view with (security_invoker = true) as
  select company_id, id, kind, currency, total, sent_at, settled_at, state,
    (select min(l.opened_at) from requests.links l where l.company_id = r.company_id and l.request_id = r.id) opened_at
  from requests.requests r where sent_at is not null;
grant select on requests.sent_view to quittance_server;

-- When each application counts, by business time: that of the entry that was posted with it, in its transaction. By it
-- and the ledger's own times, what was open at the end of any day is told.
alter table receivables.applications add column at timestamptz;
update receivables.applications a set at = e.at
from (
  select company_id, created_at, max(at) at from ledger.entries group by company_id, created_at) e
where e.company_id = a.company_id and e.created_at = a.created_at;
update receivables.applications set at = created_at where at is null;
alter table receivables.applications alter column at set not null;
create index applications_by_time on receivables.applications (company_id, at);

-- Aging reads what is open of invoices from the index alone: the kind too.
drop index receivables.payables_open;
create index payables_open on receivables.payables (company_id, due_on, id)
  include (open, currency, customer_id, kind) where open > 0;
-- Few credits have something left.
create index credits_left on receivables.credits (company_id, customer_id)
  include (currency, amount, used) where amount > used;
drop view receivables.open_invoices_view;

-- Whom sums are of. Published for receivables and reports.
create view customers.names_view with (security_invoker = true) as
  select company_id, id, name from customers.customers;
grant select on customers.names_view to quittance_server;

-- What an automatic invoice says from its next day on; the revision is what an editor saw.
alter table requests.invoice_schedules add column revision integer not null default 1 check (revision > 0);
grant update (terms, order_reference, note, due_in_days, ends_on, revision) on requests.invoice_schedules
  to quittance_server;

-- What the story of a request is told from.
create view identity.audit_events_view with (security_invoker = true) as
  select a.company_id, a.id, a.at, a.actor_type, a.actor_id, coalesce(u.name, k.name) actor_name, a.action,
    a.subject_type, a.subject_id, a.detail
  from identity.audit_events a
  left join identity.users u on u.id = case when a.actor_type = 'staff' then a.actor_id::uuid end
  left join identity.api_keys k
    on k.company_id = a.company_id and k.id = case when a.actor_type = 'api_key' then a.actor_id::uuid end;
grant select on identity.audit_events_view to quittance_server;

create view receivables.applications_view with (security_invoker = true) as
  select company_id, id, payable_id from receivables.applications;
grant select on receivables.applications_view to quittance_server;

create view ledger.entries_view with (security_invoker = true) as
  select company_id, id, at, kind, subject_type, subject_id from ledger.entries;
grant select on ledger.entries_view to quittance_server;
create view ledger.transfers_view with (security_invoker = true) as
  select company_id, id, entry_id, debit, credit, amount, currency from ledger.transfers;
grant select on ledger.transfers_view to quittance_server;

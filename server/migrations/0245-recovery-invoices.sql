-- Money that somebody has twice, by a refund and from their bank, is claimed by an invoice of its own, which is no sale.
alter table receivables.invoices
  add column charge_back_id uuid,
  add column recovers_payment_id uuid,
  add foreign key (company_id, charge_back_id) references receivables.charge_backs (company_id, id),
  add foreign key (company_id, recovers_payment_id) references payments.payments (company_id, id),
  add check ((charge_back_id is null) = (recovers_payment_id is null)),
  add check (charge_back_id is null or (series = 'own' and type_code = '84' and tax = 0 and shipping = 0));
create index invoices_recovering on receivables.invoices (company_id, recovers_payment_id, id)
  where recovers_payment_id is not null;
create index invoices_of_charge_back on receivables.invoices (company_id, charge_back_id, id)
  where charge_back_id is not null;

create view receivables.recoveries_view with (security_invoker = true) as
  select company_id, id, recovers_payment_id payment_id from receivables.invoices where recovers_payment_id is not null;
grant select on receivables.recoveries_view to quittance_server;

-- What a late win brought back is no loss any more, which was not written down before.
update receivables.charge_backs c set loss = 0 from payments.disputes d
  where d.company_id = c.company_id and d.id = c.id and d.state = 'won';

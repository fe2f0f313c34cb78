alter table payments.refunds drop constraint refunds_treatment_check;
alter table payments.refunds add constraint refunds_treatment_check
  check (treatment in ('prepayment', 'reopen_invoice', 'reduce_sale'));

-- Refunds as the proofs of higher modules read them.
create view payments.refunds_view with (security_invoker = true) as
  select company_id, id, payment_id, amount, currency, treatment, state from payments.refunds;
grant select on payments.refunds_view to quittance_server;

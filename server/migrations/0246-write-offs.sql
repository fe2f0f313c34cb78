-- What a person writes off of an invoice is asked for no more: in its payable it is `voided`, as is what is voided.
alter table receivables.invoices
  add column written_off_at timestamptz,
  add column write_off_reason text check (write_off_reason in ('uncollectible', 'insolvent', 'contested', 'too_small',
    'not_found', 'other')),
  add column write_off_note text,
  add check ((state = 'written_off') = (written_off_at is not null)),
  add check ((written_off_at is null) = (write_off_reason is null)),
  add check (write_off_note is null or write_off_reason is not null);

-- The pages of requests for it and others say that it is asked for no more, or again.
alter table requests.edits add column became text check (became in ('written_off', 'recovered'));

create view receivables.write_offs_view with (security_invoker = true) as
  select company_id, id, write_off_reason reason, written_off_at from receivables.invoices where state = 'written_off';
grant select on receivables.write_offs_view to quittance_server;

-- Losses (5120) are few among all that is posted, and are compared with what was lost.
create index transfers_of_losses on ledger.transfers (company_id) where debit = 5120 or credit = 5120;

-- As of invoices: the file that an imported credit note came as, where that is more than its data.
alter table receivables.credit_notes add column original_id uuid;
alter table receivables.credit_notes add constraint credit_notes_original_fkey
  foreign key (company_id, original_id) references receivables.attachments (company_id, id);
create index credit_notes_of_original on receivables.credit_notes (company_id, original_id)
  where original_id is not null;

-- The file that an imported invoice came as, where that is more than its data: a Factur-X PDF.
alter table receivables.invoices add column original_id uuid;
alter table receivables.invoices add constraint invoices_original_fkey
  foreign key (company_id, original_id) references receivables.attachments (company_id, id);
create index invoices_of_original on receivables.invoices (company_id, original_id) where original_id is not null;

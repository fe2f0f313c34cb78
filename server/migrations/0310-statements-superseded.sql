-- A newer statement that was sent takes the place of those before it: they are sent no more, and their links end.
alter table receivables.statements
  add column superseded_by uuid,
  add foreign key (company_id, superseded_by) references receivables.statements (company_id, id),
  add check (superseded_by > id);
grant update (superseded_by) on receivables.statements to quittance_server;

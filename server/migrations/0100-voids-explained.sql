-- An invoice that was voided changed what the requests for it and others ask for, as an edit does: the page says so.
alter table requests.edits add column is_void boolean not null default false;

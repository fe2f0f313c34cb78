-- What was open when a company began to keep its books here. It is owed against opening balances (3000): the sale and its
-- tax, or what a credit took back of them, stand in the books of the system that it came from.
alter table receivables.invoices
  add column is_opening boolean not null default false,
  add constraint opening_came_from_elsewhere check (not is_opening or series = 'external');
alter table receivables.credit_notes
  add column is_opening boolean not null default false,
  add constraint opening_came_from_elsewhere check (not is_opening or series = 'external');
-- The journal is read by what was booked last, and by account.

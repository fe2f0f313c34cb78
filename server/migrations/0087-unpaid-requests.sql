-- What is still to be paid, under whichever label, in the order of its list; what is paid leaves it.
create index standings_unpaid on requests.standings (company_id, created_at, id)
  where label in ('sent', 'viewed', 'partially_paid');

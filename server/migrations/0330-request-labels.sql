-- Two labels more. The request of a statement that a newer one took the place of asks for nothing any more, and is not
-- unpaid. One whose invoices were all voided was paid nowhere else.
alter table requests.requests add column superseded_at timestamptz,
  add check (superseded_at is null or kind = 'statement');
update requests.requests r set superseded_at = n.sent_at
from receivables.statements s
join receivables.statements n on n.company_id = s.company_id and n.id = s.superseded_by
where r.kind = 'statement' and s.company_id = r.company_id and s.id = (r.snapshot -> 'statement' ->> 'id')::uuid;

alter table requests.standings drop constraint standings_label_check;
alter table requests.standings add constraint standings_label_check check (label in
  ('draft', 'sent', 'viewed', 'processing', 'partially_paid', 'paid', 'paid_elsewhere', 'written_off', 'invoice_voided',
    'superseded', 'refunded', 'voided'));
update requests.standings s set label = 'superseded', lapses_at = 'infinity'
from requests.requests r
where r.company_id = s.company_id and r.id = s.id and r.superseded_at is not null
  and s.label in ('draft', 'sent', 'viewed', 'partially_paid');
update requests.standings s set label = 'invoice_voided'
where s.label = 'paid_elsewhere' and (
  select sum(p.settled) = 0 and sum(p.voided) > 0
  from requests.items i join receivables.payables_view p on p.company_id = i.company_id and p.id = i.payable_id
  where i.company_id = s.company_id and i.request_id = s.id);

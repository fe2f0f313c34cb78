-- A request whose invoices were written off is labelled so, and not as paid elsewhere.
alter table requests.standings drop constraint standings_label_check;
alter table requests.standings add constraint standings_label_check check (label in
  ('draft', 'sent', 'viewed', 'processing', 'partially_paid', 'paid', 'paid_elsewhere', 'written_off', 'refunded', 'voided'));
update requests.standings s set label = 'written_off'
from requests.items i join receivables.write_offs_view w on w.company_id = i.company_id and w.id = i.payable_id
where s.label = 'paid_elsewhere' and i.company_id = s.company_id and i.request_id = s.id;

-- What an invoice's sums were computed from, so that all of it can be edited: the taxes of each line, and beside the
-- lines whether prices hold their taxes, the discount and the shipping. Null of an e-invoice, whose sums are its own.
alter table receivables.invoices add column terms jsonb;
alter table receivables.invoice_lines add column taxes jsonb;

-- Of invoices that were written before, where what is kept of them says it without a doubt: no discount, no shipping,
-- and every line with one known tax, or none of them with any.
with plain as (
  select i.company_id, i.id, i.revision, i.tax_breakdown, i.tax <> 0 and i.subtotal = i.total included
  from receivables.invoices i
  where coalesce(i.source, '') <> 'einvoice' and i.allowances = 0 and i.charges = 0 and i.shipping = 0
    and not exists (
      select from receivables.invoice_lines l
      where l.company_id = i.company_id and l.invoice_id = i.id and (
        l.quantity is null or l.unit_price is null
        or (jsonb_array_length(i.tax_breakdown) > 0 and 1 <> (
          select count(*) from jsonb_array_elements(i.tax_breakdown) t
          where (t ->> 'rate')::numeric = l.tax_rate::numeric))))
), told as (
  update receivables.invoices i
  set terms = jsonb_build_object('taxIncluded', p.included, 'discount', null, 'shipping', null)
  from plain p where i.company_id = p.company_id and i.id = p.id
)
update receivables.invoice_lines l
set taxes = coalesce((
  select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('rate', t ->> 'rate', 'name', t ->> 'name')))
  from jsonb_array_elements(p.tax_breakdown) t where (t ->> 'rate')::numeric = l.tax_rate::numeric), '[]')
from plain p where l.company_id = p.company_id and l.invoice_id = p.id;

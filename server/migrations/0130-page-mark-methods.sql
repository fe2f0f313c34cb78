-- The mark of `find_page_unless` once more, with what decides how a page may be paid.
create or replace function requests.find_page_unless(company uuid, hash bytea, known text) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  link record;
  sums record;
  mark text;
begin
  select l.state, l.request_id,
    row(l.xmin, r.xmin, coalesce(c.payment_links_enabled, true) and s.key is null, c.methods, t.value, a.status, a.country,
      a.capabilities)::text facts
  into link
  from requests.links l
  join requests.requests r on r.company_id = l.company_id and r.id = l.request_id
  left join customers.link_policy_view c on c.company_id = r.company_id and c.id = r.customer_id
  left join identity.settings_view s on s.company_id = l.company_id and s.key = 'company.payment_links_enabled'
    and s.value = 'false'
  left join identity.settings_view t on t.company_id = l.company_id
    and t.key = case r.kind when 'invoice' then 'methods.invoice_link' else 'methods.request' end
  left join payments.account_policy_view a on a.company_id = l.company_id
  where l.company_id = company and l.token_hash = hash;
  if not found then
    return null;
  end if;
  mark := '';
  if link.state <> 'superseded' then
    perform from payments.payments_view v where v.company_id = company and v.purpose_id = link.request_id limit 1;
    if not found then
      select count(*) items, min(p.open) open, min(p.in_flight) in_flight, min(p.settled) settled,
        min(p.refunded) refunded, min(p.voided) voided
      into sums
      from requests.items i
      join receivables.payables_view p on p.company_id = i.company_id and p.id = i.payable_id
      where i.company_id = company and i.request_id = link.request_id;
      if sums.items <= 1 then
        mark := link.facts || sums::text;
        if mark = known then
          return mark;
        end if;
      end if;
    end if;
  end if;
  return mark || E'\n' || requests.find_page(company, hash)::text;
end $$;

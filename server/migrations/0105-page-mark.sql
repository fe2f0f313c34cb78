-- The page's read for who saw it before. Of a link that asks for one payable and that nobody has tried yet, a mark tells
-- whether anything changed: the versions of its row and its request's (`xmin`), whether it may be paid, and the amounts.
-- Answers the mark alone where it is the known one; else the mark, a line's end, and all that `find_page` tells. Any
-- other page has an empty mark, which is never known. NULL where there is no such link.
create function requests.find_page_unless(company uuid, hash bytea, known text) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  link record;
  sums record;
  mark text;
begin
  select l.state, l.request_id, l.xmin version, r.xmin request_version,
    coalesce(c.payment_links_enabled, true) and s.key is null links_enabled
  into link
  from requests.links l
  join requests.requests r on r.company_id = l.company_id and r.id = l.request_id
  left join customers.link_policy_view c on c.company_id = r.company_id and c.id = r.customer_id
  left join identity.settings_view s on s.company_id = l.company_id and s.key = 'company.payment_links_enabled'
    and s.value = 'false'
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
        mark := concat_ws(' ', link.version, link.request_version, link.links_enabled, sums.items, sums.open,
          sums.in_flight, sums.settled, sums.refunded, sums.voided);
        if mark = known then
          return mark;
        end if;
      end if;
    end if;
  end if;
  return mark || E'\n' || requests.find_page(company, hash)::text;
end $$;
revoke all on function requests.find_page_unless(uuid, bytea, text) from public;
grant execute on function requests.find_page_unless(uuid, bytea, text) to quittance_server;

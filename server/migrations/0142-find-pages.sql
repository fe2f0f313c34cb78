-- The pages of one turn of the event loop in one call, in the order in which they are asked for: what is the company's
-- own is read once for all of its pages. A page that is as `known` says comes as its mark alone; else its mark (empty
-- where none can be told) and, on the next line, the page. Null for a link that there is not.
drop function requests.find_page_unless(uuid, bytea, text);
create function requests.find_pages_unless(companies uuid[], hashes bytea[], known text[]) returns setof text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  company uuid;
  of_company text;
  link record;
  mark text;
begin
  for place in 1 .. cardinality(hashes) loop
    if companies[place] is distinct from company then
      company := companies[place];
      select row(a.status, a.country, a.capabilities, (
          select jsonb_object_agg(s.key, s.value) from identity.settings_view s
          where s.company_id = company
            and s.key in ('company.payment_links_enabled', 'methods.invoice_link', 'methods.request')))::text
      into of_company
      from (select company id) c left join payments.account_policy_view a on a.company_id = c.id;
    end if;
    select l.state = 'superseded' or exists (
        select from payments.payments_view v where v.company_id = company and v.purpose_id = l.request_id) is_unmarked,
      concat_ws(' ', l.xmin, r.xmin, c.payment_links_enabled, coalesce(c.methods::text, '-')) facts, (
        -- Null for several: their sums do not tell that each is the same.
        select case when count(*) <= 1 then concat_ws(' ', min(p.open), min(p.in_flight), min(p.settled), min(p.refunded),
          min(p.voided)) end
        from requests.items i
        join receivables.payables_view p on p.company_id = i.company_id and p.id = i.payable_id
        where i.company_id = company and i.request_id = l.request_id) sums
    into link
    from requests.links l
    join requests.requests r on r.company_id = l.company_id and r.id = l.request_id
    left join customers.link_policy_view c on c.company_id = r.company_id and c.id = r.customer_id
    where l.company_id = company and l.token_hash = hashes[place];
    if not found then
      return next null::text;
      continue;
    end if;
    mark := case when link.is_unmarked or link.sums is null then ''
      else concat_ws(' ', link.facts, link.sums, of_company) end;
    if mark <> '' and mark = known[place] then
      return next mark;
    else
      return next mark || E'\n' || requests.find_page(company, hashes[place])::text;
    end if;
  end loop;
end $$;
revoke all on function requests.find_pages_unless(uuid[], bytea[], text[]) from public;
grant execute on function requests.find_pages_unless(uuid[], bytea[], text[]) to quittance_server;

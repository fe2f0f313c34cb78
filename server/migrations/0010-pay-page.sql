-- Everything that a pay page tells, in one autocommit round trip: the hottest read there is. The company comes
-- from the token's public number and is an argument here, since no setting has been made for it yet; every table
-- is asked for that company's rows only. plpgsql, because it keeps its plan from call to call.
create function requests.find_page(company uuid, hash bytea) returns table (
  link_id uuid, link_state text, expires_at timestamptz, request_id uuid, kind text, reference text, message text,
  currency char(3), total bigint, snapshot jsonb, state text, settled_at timestamptz, replaced_at timestamptz, replaced_by uuid,
  links_enabled boolean, items json, attempts json
) language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select l.id, l.state, l.expires_at, r.id, r.kind, r.reference, r.message, r.currency, r.total, r.snapshot, r.state,
      r.settled_at,
      newer.issued_at, newer.id,
      coalesce((select c.payment_links_enabled from customers.link_policy_view c
          where c.company_id = company and c.id = r.customer_id), true)
        and coalesce((select (s.value #>> '{}')::boolean from identity.settings_view s
          where s.company_id = company and s.key = 'company.payment_links_enabled'), true),
      (select json_agg(json_build_object('payableId', p.id, 'open', p.open::text, 'inFlight', p.in_flight::text,
          'settled', p.settled::text, 'refunded', p.refunded::text, 'voided', p.voided::text) order by p.id)
        from requests.items i
        join receivables.payables_view p on p.company_id = i.company_id and p.id = i.payable_id
        where i.company_id = company and i.request_id = r.id),
      (select json_agg(json_build_object('id', a.id, 'amount', a.amount::text, 'state', a.state,
          'refunded', a.refunded::text, 'refunding', a.refunding::text, 'declineCode', a.decline_code,
          'cardBrand', a.card_brand, 'cardLast4', a.card_last4, 'createdAt', a.created_at,
          'settledAt', a.settled_at) order by a.id desc)
        from (select * from payments.payments_view v
          where v.company_id = company and v.purpose_id = r.id order by v.id desc limit 30) a)
    from requests.links l
    join requests.requests r on r.company_id = l.company_id and r.id = l.request_id
    left join lateral (
      select n.id, n.issued_at from requests.links n
      where l.state = 'superseded' and n.company_id = company and n.request_id = l.request_id
        and n.recipient = l.recipient and n.state = 'active'
      order by n.id desc limit 1) newer on true
    where l.company_id = company and l.token_hash = hash;
end $$;
revoke all on function requests.find_page(uuid, bytea) from public;
grant execute on function requests.find_page(uuid, bytea) to quittance_server;

-- The page's read, with whether a payment is disputed.
create or replace function requests.find_page(company uuid, hash bytea) returns json
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  page record;
  sums record;
  newer record;
  opens json;
  attempts json;
begin
  select l.id link_id, l.state link_state, l.expires_at, l.recipient, l.last_attempt, r.id request_id, r.kind, r.reference, r.message,
    r.currency, r.total, r.snapshot, r.state, r.settled_at,
    coalesce(c.payment_links_enabled, true) and s.key is null links_enabled,
    r.methods of_request, c.methods of_customer, t.value of_company, a.status account_status, a.country, a.capabilities
  into page
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
  select count(*) items, min(p.open) open, min(p.in_flight) in_flight, min(p.settled) settled, min(p.refunded) refunded,
    min(p.voided) voided
  into sums
  from requests.items i
  join receivables.payables_view p on p.company_id = i.company_id and p.id = i.payable_id
  where i.company_id = company and i.request_id = page.request_id;
  if sums.items > 1 then
    select sum(p.open) open, sum(p.in_flight) in_flight, sum(p.settled) settled, sum(p.refunded) refunded,
      sum(p.voided) voided, json_object_agg(p.id, p.open::text)
    into sums.open, sums.in_flight, sums.settled, sums.refunded, sums.voided, opens
    from requests.items i
    join receivables.payables_view p on p.company_id = i.company_id and p.id = i.payable_id
    where i.company_id = company and i.request_id = page.request_id;
  end if;
  select null::uuid id, null::timestamptz issued_at into newer;
  if page.link_state = 'superseded' then
    select n.id, n.issued_at into newer from requests.links n
    where n.company_id = company and n.request_id = page.request_id and n.recipient = page.recipient
      and n.state = 'active'
    order by n.id desc limit 1;
  end if;
  perform from payments.payments_view v
  where v.company_id = company and v.purpose_id = page.request_id limit 1;
  if found then
    select json_agg(json_build_object('id', a.id, 'amount', a.amount::text, 'state', a.state,
      'refunded', a.refunded::text, 'refunding', a.refunding::text, 'declineCode', a.decline_code,
      'cardBrand', a.card_brand, 'cardLast4', a.card_last4, 'createdAt', a.created_at,
      'settledAt', a.settled_at, 'method', a.method, 'bankName', a.bank_name, 'bankLast4', a.bank_last4,
      'clearsFrom', a.clears_from, 'clearsTo', a.clears_to, 'verifyBy', a.verify_by, 'verifyFrom', a.verify_from,
      'verifyWrong', a.verify_wrong, 'returnedAt', a.returned_at, 'disputed', a.disputed) order by a.id desc)
    into attempts
    from (select * from payments.payments_view v
      where v.company_id = company and v.purpose_id = page.request_id order by v.id desc limit 30) a;
  end if;
  return json_build_object('linkId', page.link_id, 'linkState', page.link_state, 'expiresAt', page.expires_at, 'lastAttempt', page.last_attempt,
    'requestId', page.request_id, 'kind', page.kind, 'reference', page.reference, 'message', page.message,
    'currency', page.currency, 'total', page.total::text, 'snapshot', page.snapshot, 'state', page.state,
    'settledAt', page.settled_at, 'linksEnabled', page.links_enabled, 'open', sums.open::text, 'inFlight', sums.in_flight::text,
    'settled', sums.settled::text, 'refunded', sums.refunded::text, 'voided', sums.voided::text, 'opens', opens,
    'replacedBy', newer.id, 'replacedAt', newer.issued_at, 'attempts', attempts,
    'ofCompany', page.of_company, 'ofCustomer', page.of_customer, 'ofRequest', page.of_request,
    'accountStatus', page.account_status, 'country', page.country, 'capabilities', page.capabilities);
end $$;

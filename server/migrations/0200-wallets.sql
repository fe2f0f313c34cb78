-- By which wallet a card was handed over, for whoever reads payments and for the pay page. The view and the function stay
-- as they are otherwise, whatever that is.
do $$
declare
  before text;
  after text;
begin
  before := pg_get_viewdef('payments.payments_view'::regclass);
  after := regexp_replace(before, '\s+FROM payments.payments', ', wallet FROM payments.payments');
  if after = before then
    raise exception 'payments.payments_view is not as this migration knows it';
  end if;
  execute 'create or replace view payments.payments_view with (security_invoker = true) as ' || after;
  before := pg_get_functiondef('requests.find_page(uuid, bytea)'::regprocedure);
  after := replace(before, '''cardLast4'', a.card_last4', '''cardLast4'', a.card_last4, ''wallet'', a.wallet');
  if after = before then
    raise exception 'requests.find_page is not as this migration knows it';
  end if;
  execute after;
end $$;

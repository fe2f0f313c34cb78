-- All the ways to pay of K1 by name; which of them the product takes, its code says.
alter table payments.payments drop constraint payments_method_check;
alter table payments.payments add constraint payments_method_check
  check (method in ('card', 'wallet', 'ach', 'wire', 'bnpl'));

-- The page's read with the company's settings of single ways to pay (`rules`), and its mark with them, so that a page
-- that was found before is read anew when one changes. Both functions stay as they are otherwise, whatever that is.
do $$
declare
  before text;
  after text;
begin
  before := pg_get_functiondef('requests.find_page(uuid, bytea)'::regprocedure);
  after := replace(before, '''accountStatus'', page.account_status', '''rules'', (
      select json_object_agg(o.key, o.value) from identity.settings_view o
      where o.company_id = company and o.key in (''bnpl.enabled'', ''bnpl.min_amount'', ''checkout.wallets'')),
    ''accountStatus'', page.account_status');
  if after = before then
    raise exception 'requests.find_page is not as this migration knows it';
  end if;
  execute after;
  before := pg_get_functiondef('requests.find_pages_unless(uuid[], bytea[], text[])'::regprocedure);
  after := replace(before, '''methods.request''', '''methods.request'', ''bnpl.enabled'', ''bnpl.min_amount'', ''checkout.wallets''');
  if after = before then
    raise exception 'requests.find_pages_unless is not as this migration knows it';
  end if;
  execute after;
end $$;

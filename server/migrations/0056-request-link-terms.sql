-- K2, K3: what one request says of its links in place of the company's settings. Null: as they say.
alter table requests.requests
  add column expiry_mode text check (expiry_mode in ('none', 'after_open', 'after_issue')),
  add column expiry_hours integer check (expiry_hours between 1 and 8760),
  add column renewal text check (renewal in ('merchant_only', 'customer_can_ask', 'auto_issue')),
  add check (expiry_hours is null or expiry_mode in ('after_open', 'after_issue'));

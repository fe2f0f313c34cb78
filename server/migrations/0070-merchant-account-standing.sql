-- How the processor stands to a company's account, as it last said: what it still wants to know, and what is allowed.
alter table payments.merchant_accounts
  add column charges_enabled boolean not null default true,
  add column payouts_enabled boolean not null default true,
  add column missing text[] not null default '{}';
alter table payments.merchant_accounts
  alter column charges_enabled drop default,
  alter column payouts_enabled drop default;
grant update on payments.merchant_accounts to quittance_server;

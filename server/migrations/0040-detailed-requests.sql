-- Two more kinds: `detailed` is its own document with subtotal, tax and shipping; `statement` is for statements of account.
alter table requests.requests drop constraint requests_kind_check;
alter table requests.requests add constraint requests_kind_check
  check (kind in ('invoice', 'quick', 'detailed', 'statement'));
-- Whom to write to where the customer is not known or has another address. Sending may name yet another.
alter table requests.requests add column recipient text;

-- What a request that is its own document is for: title, breakdown, the job that it is a part of. Receipts show it.
alter table receivables.payables add column detail jsonb;
-- R-018: what is due is subtotal, tax and shipping together.
alter table receivables.payables add constraint payables_breakdown_sums check (
  detail is null or detail -> 'breakdown' is null or detail -> 'breakdown' = 'null'::jsonb
  or due = (detail -> 'breakdown' ->> 'subtotal')::bigint + (detail -> 'breakdown' ->> 'tax')::bigint
    + (detail -> 'breakdown' ->> 'shipping')::bigint);

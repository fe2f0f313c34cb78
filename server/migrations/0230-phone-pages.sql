-- Pages of the pay origin on which a person of the company enters a card that a customer gives by phone. Only the SHA-256
-- of a page's token rests here. A page is of one person's session, for one payment, for one amount, for minutes.
create table requests.phone_pages (
  company_id uuid not null,
  id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  user_id uuid not null,
  session_id uuid not null,
  -- What is paid: a request, or invoices, which get one with the first try where none asks for them.
  request_id uuid,
  invoice_ids uuid[],
  amount bigint not null check (amount > 0), -- minor units, as it was seen
  currency char(3) not null,
  created_at timestamptz not null, -- these two are system time: the page is a right, like a session
  expires_at timestamptz not null,
  payment_id uuid, -- the last try
  primary key (company_id, id),
  unique (company_id, token_hash),
  foreign key (company_id, request_id) references requests.requests (company_id, id),
  check (request_id is not null or cardinality(invoice_ids) > 0),
  check (expires_at > created_at)
);
alter table requests.phone_pages enable row level security;
create policy tenant on requests.phone_pages using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on requests.phone_pages to quittance_server;

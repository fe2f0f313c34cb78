-- Wires: money that a customer sends by itself. Booked by hand where it came to the company's own bank.

-- What a bank says of a wire, beside its payment. Never a number of an account.
create table payments.wires (
  company_id uuid not null,
  id uuid not null, -- the payment's
  reference text, -- as its sender wrote it
  sender text,
  received_on date not null,
  -- The same wire again (by reference, day and amount), confirmed by a person: so the same is booked once unless meant.
  repeated integer not null default 0 check (repeated >= 0),
  amount bigint not null,
  currency char(3) not null,
  -- Why a person took it back, where one did.
  taken_back text check (taken_back in ('bounced', 'mistake')),
  note text,
  primary key (company_id, id),
  foreign key (company_id, id) references payments.payments (company_id, id)
);
create unique index wires_once on payments.wires
  (company_id, (lower(coalesce(reference, ''))), received_on, amount, currency, repeated);
alter table payments.wires enable row level security;
create policy tenant on payments.wires using (company_id = current_setting('app.company_id')::uuid);
grant select, insert, update on payments.wires to quittance_server;

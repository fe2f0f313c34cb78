-- Refunds: why in words that the processor knows too, money that somebody gave back outside the processor, and the name
-- by which a payer's bank finds a refund.
alter table payments.refunds
  add column reason_code text check (reason_code in ('requested_by_customer', 'duplicate', 'fraudulent', 'order_canceled',
    'goods_returned', 'not_delivered', 'price_corrected', 'other')),
  add column given_by text not null default 'processor' check (given_by in ('processor', 'cheque', 'cash', 'wire', 'other')),
  add column given_on date,
  add column given_reference text,
  add column bank_reference text,
  add check ((given_by = 'processor') = (given_on is null)),
  add check (given_by = 'processor' or processor_reference is null);

-- What was written off by the company's setting; and of returned debits too what nothing covered.
alter table receivables.charge_backs add column written_off boolean not null default false;
-- A refund that did not go out leaves its money to cover what its payment, which is gone, had lost by it.
grant update (loss) on receivables.charge_backs to quittance_server;

-- When a payment that does not clear at once was seen to have cleared: its money is available.
alter table payments.payments add column cleared_at timestamptz;

-- A deposit that was not made after all is undone as a whole, once; what it was of waits to be banked again.
alter table payments.bank_deposits add column undone_at timestamptz;
alter table payments.bank_deposits add column undo_reason text;
-- What it was of: its payments may be of another deposit by now.
alter table payments.bank_deposits add column undone_payments uuid[];
alter table payments.bank_deposits add check (num_nulls(undone_at, undo_reason, undone_payments) in (0, 3));
grant update (undone_at, undo_reason, undone_payments) on payments.bank_deposits to quittance_server;

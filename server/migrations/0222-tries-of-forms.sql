-- From where somebody tried to save, as counters count it: declines at a form count like those of payments.
alter table payments.method_setups add column payer_address text; -- null of tries before this was kept

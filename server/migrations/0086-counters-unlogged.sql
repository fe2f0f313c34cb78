-- Counters are not money: counting up must not wait for a disk. After a crash of PostgreSQL they begin anew.
alter table lib.rate_counters set unlogged;

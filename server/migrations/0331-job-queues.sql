-- Jobs of one queue are done one after the other, by whichever server.
alter table lib.outbox add column queue text;

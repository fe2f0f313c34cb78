-- Events in the order in which they were written down. They are made in their transactions and written later, by jobs
-- side by side: so each is numbered while its company's are locked, until it is committed. Whoever has read up to a
-- number has read all before it.
alter table notifications.events add column seq bigint not null generated always as identity,
  add column request_id uuid; -- the request that it is about, where it is about one
create index events_by_seq on notifications.events (company_id, seq);

-- Priorities are resolved, by a person or by what happens next, and raised again when the same happens again.
alter table notifications.priorities add column request_id uuid, -- the request that it is about, where it is about one
  add foreign key (company_id, request_id) references requests.requests (company_id, id);
create index priorities_open on notifications.priorities (company_id, id) where resolved_at is null;
create index priorities_of_request on notifications.priorities (company_id, request_id) where resolved_at is null;
grant update on notifications.priorities to quittance_server;

-- How often a person has reminded of a request, and when last; who did stands in the audit trail.
alter table requests.requests
  add column reminders integer not null default 0 check (reminders >= 0),
  add column last_reminded_at timestamptz,
  add check ((reminders = 0) = (last_reminded_at is null));

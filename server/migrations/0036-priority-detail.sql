-- What a priority is about, beyond its subject: for a thank-you that could not be written, what was missing.
alter table notifications.priorities add column detail jsonb not null default '{}';

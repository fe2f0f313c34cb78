-- What was given back in cash of cash that was not banked yet: it came out of undeposited funds (1020), and so less is banked.
alter table payments.tenders add column given bigint not null default 0;
alter table payments.tenders add check (given between 0 and amount);
alter table payments.refunds add column from_drawer boolean not null default false;
alter table payments.refunds add check (not from_drawer or given_by = 'cash');

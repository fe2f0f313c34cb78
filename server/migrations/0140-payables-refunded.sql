-- Of few payables something was given back: the proofs and lists of those need not read the rest.
create index payables_refunded on receivables.payables (company_id, id) where refunded > 0;

-- A company's own staff keep its details right.
grant update on identity.companies to quittance_server;

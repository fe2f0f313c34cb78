-- A company changes what its roles may do.
grant select, insert, update, delete on identity.role_permissions to quittance_server;

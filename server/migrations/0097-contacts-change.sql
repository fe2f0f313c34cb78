-- A contact is corrected or no longer works there. Nothing else names one: requests and mails keep the address that
-- they went to, and so do links and their renewals.
grant update, delete on customers.contacts to quittance_server;

-- An appointment is moved, or does not take place. Nothing else names it: a text that did was filled when it was sent.
grant update, delete on customers.appointments to quittance_server;

-- What is posted otherwise than of an invoice that is paid by card: bank debits, wires, cash, disputes, refunds, losses.
-- Proofs compare each of these with what is said of it, and need not read all that is posted to find them. An invoice
-- and its payment by card add nothing to these indexes. What is lost is among them.
create index entries_unusual on ledger.entries (company_id, id)
  where kind not in ('invoice_issued', 'payment_succeeded', 'payment_applied', 'processing_fee');
create index transfers_unusual on ledger.transfers (company_id, entry_id)
  where (debit <> 1100 or credit not in (2200, 4000, 4050)) and (debit <> 1050 or credit <> 2150)
    and (debit <> 2150 or credit <> 1100) and (debit <> 5100 or credit <> 1050);
drop index ledger.transfers_of_losses;

-- Payments of which something was given back: few, and told by the last columns of a wide row.
create index payments_given_back on payments.payments (company_id)
  where refunded <> 0 or refunding <> 0 or charged_back <> 0;

/** A proof, what it is to find, and the statement that makes it so in books that hold. */
export const tampering: readonly [proof: string, what: string, statement: string][] = [
  [
    'audit_seals_hold',
    'an audit event was changed',
    `update identity.audit_events set action = 'x' where action = 'invoice.issued'`,
  ],
  [
    'audit_seals_hold',
    'an audit event was taken away',
    `delete from identity.audit_events where action = 'customer.created'`,
  ],
  [
    'entries_are_whole',
    'an entry lost its transfers',
    `delete from ledger.transfers where entry_id = (select id from ledger.entries where kind = 'processing_fee' limit 1)`,
  ],
  [
    'entries_are_whole',
    'a reversal moves another amount than what it reverses',
    `update ledger.transfers set amount = amount + 1
     where entry_id = (select id from ledger.entries where reverses is not null limit 1)`,
  ],
  [
    'clearing_is_empty',
    'what came in by two payments was applied crosswise',
    `update ledger.entries set subject_id = gen_random_uuid() where kind = 'payment_applied'`,
  ],
  [
    'successes_are_posted_once',
    'a success was posted in another currency',
    `update ledger.transfers set currency = 'EUR' where entry_id = (select id from ledger.entries where kind = 'payment_succeeded' limit 1)`,
  ],
  [
    'control_accounts_agree',
    'an invoice was posted in another currency',
    `update ledger.transfers set currency = 'EUR' where entry_id in (select id from ledger.entries where kind = 'invoice_issued')`,
  ],
  [
    'payables_are_proven',
    'a payment is credited beyond what it was applied for',
    `insert into receivables.credits (company_id, id, kind, payment_id, currency, amount)
     select company_id, gen_random_uuid(), 'overpayment', id, currency, amount from payments.payments`,
  ],
  [
    'request_items_belong_together',
    'a request asks for what another customer owes',
    `update requests.requests set customer_id = null where settled_at is not null`,
  ],
  [
    'clearing_is_empty',
    'money came in that was applied to nothing',
    `delete from ledger.transfers where entry_id = (select id from ledger.entries where kind = 'payment_applied' limit 1)`,
  ],
  [
    'refunds_fit',
    'a payment says another sum refunded',
    `update payments.payments set refunded = refunded + 1`,
  ],
  [
    'successes_are_posted_once',
    'a success was posted with another amount',
    `update ledger.transfers set amount = amount + 1 where entry_id = (select id from ledger.entries where kind = 'payment_succeeded' limit 1)`,
  ],
  [
    'successes_are_posted_once',
    'a fee was kept and not posted',
    `update payments.balance_transactions set fee = fee + 1 where kind = 'charge'`,
  ],
  [
    'debits_are_posted',
    'a payment that is over is posted as a debit under way',
    `update ledger.entries set kind = 'debit_begun' where id = (select id from ledger.entries where kind = 'processing_fee' limit 1)`,
  ],
  [
    'disputes_are_posted',
    'what a dispute took was posted with another amount',
    `update ledger.transfers set amount = amount + 1 where entry_id = (select id from ledger.entries where kind = 'dispute_withdrawn' limit 1)`,
  ],
  [
    'disputes_are_posted',
    'a dispute took money and the books have it with none',
    `update ledger.entries set subject_id = gen_random_uuid() where kind = 'dispute_withdrawn'`,
  ],
  [
    'disputes_are_posted',
    'a payment says charged back what no dispute took for good',
    `update payments.payments set charged_back = 1 where disputed`,
  ],
  [
    'wires_are_at_the_bank',
    'a payment says that it came past the processor, where its money stands',
    `update payments.payments set method = 'wire', processor_reference = null where state = 'succeeded'`,
  ],
  [
    'tenders_are_held',
    'a payment says that it is cash, where its money stands',
    `update payments.payments set method = 'cash' where state = 'succeeded'`,
  ],
  [
    'tenders_are_held',
    'the books have banked what is no cash and no cheque',
    `update ledger.entries set kind = 'payment_banked' where id = (select id from ledger.entries where kind = 'payment_succeeded' limit 1)`,
  ],
  [
    'tenders_are_held',
    'a refund says that it came out of a drawer that has no cash of it',
    `update payments.refunds set given_by = 'cash', given_on = '2026-11-30', processor_reference = null, from_drawer = true where state = 'succeeded'`,
  ],
  [
    'bank_deposits_add_up',
    'a deposit was made of nothing',
    `insert into payments.bank_deposits (company_id, id, deposited_on, currency, amount, payments, created_at)
     select company_id, gen_random_uuid(), '2026-11-30', 'USD', 500, 1, now() from payments.merchant_accounts`,
  ],
  [
    'cash_is_drawn',
    'a payment says that it came as a customer’s cash, where its money stands',
    `update payments.payments set method = 'wire' where state = 'succeeded'`,
  ],
  [
    'invoices_add_up',
    'an invoice comes to another total than its payable',
    `update receivables.invoices set total = total + 1 where number = 'INV-1'`,
  ],
  [
    'losses_agree',
    'a loss was posted that nothing came to',
    `update ledger.transfers set debit = 5120 where entry_id = (select id from ledger.entries where kind = 'processing_fee' limit 1)`,
  ],
  [
    'losses_agree',
    'money was lost that is posted nowhere',
    `insert into receivables.charge_backs (company_id, id, payment_id, amount, loss)
     select company_id, gen_random_uuid(), id, 1, 1 from payments.payments where state = 'succeeded' limit 1`,
  ],
  [
    'losses_agree',
    'a recovery invoice claims more than was taken back',
    `with taken as (
       insert into receivables.charge_backs (company_id, id, payment_id, amount, loss)
       select company_id, gen_random_uuid(), id, 1, 0 from payments.payments where state = 'succeeded' limit 1
       returning company_id, id, payment_id)
     update receivables.invoices i set charge_back_id = taken.id, recovers_payment_id = taken.payment_id, type_code = '84', tax = 0, shipping = 0
     from taken where i.company_id = taken.company_id and i.number = 'INV-1'`,
  ],
  [
    'losses_agree',
    'an invoice says written off what was never posted as a loss',
    `update receivables.invoices set state = 'written_off', written_off_at = now(), write_off_reason = 'other' where state = 'void'`,
  ],
  [
    'payables_are_proven',
    'a payable says more settled than was applied',
    `update receivables.payables set settled = settled - 1 where settled > 0`,
  ],
  [
    'payables_are_proven',
    'a payable says something in flight that nobody reserved',
    `update receivables.payables set in_flight = 1 where label = 'INV-2'`,
  ],
  [
    'charged_what_was_due',
    'a payment took another amount than it had reserved',
    `update receivables.reservations set amount = amount + 1`,
  ],
  [
    'reservations_follow_attempts',
    'an ended attempt still holds',
    `update receivables.reservations set state = 'active'`,
  ],
  [
    'control_accounts_agree',
    'the ledger has another sum of receivables',
    `update ledger.transfers set amount = amount + 1 where entry_id = (select id from ledger.entries where kind = 'invoice_issued' limit 1)`,
  ],
  [
    'invoice_numbers_have_no_gap',
    'a number is missing',
    `update receivables.invoices set sequence = 7 where number = 'INV-2'`,
  ],
  [
    'credits_are_proven',
    'a credit says more used than it settles and was refunded of it',
    `update receivables.credits set used = used - 1 where kind = 'credit_note' and used > 1 and voided_at is null`,
  ],
  [
    'credits_are_proven',
    'a refund took nothing out of the credit that it was of',
    `delete from receivables.refund_allocations where credit_id is not null`,
  ],
  [
    'credit_notes_add_up',
    'a credit note comes to another sum than its credit',
    `update receivables.credit_notes set total = total + 1 where number = 'CN-1'`,
  ],
  [
    'credit_notes_add_up',
    'a credit note is void and its credit is not',
    `update receivables.credit_notes set state = 'void' where number = 'CN-1'`,
  ],
  [
    'control_accounts_agree',
    'the ledger has another sum of credits',
    `update ledger.transfers set amount = amount + 1 where entry_id = (select id from ledger.entries where kind = 'credit_note_issued' limit 1)`,
  ],
  [
    'credit_note_numbers_have_no_gap',
    'a number of a credit note is missing',
    `update receivables.credit_notes set sequence = 7 where number = 'CN-2'`,
  ],
  [
    'approved_credit_notes_are_issued',
    'what waits for approval is issued',
    `update receivables.credit_note_proposals p set id = n.id from receivables.credit_notes n
     where n.company_id = p.company_id and n.number = 'CN-1' and p.state = 'pending_approval'`,
  ],
  [
    'approved_credit_notes_are_issued',
    'what was approved is not issued',
    `update receivables.credit_note_proposals set state = 'issued', ended_at = now() where state = 'pending_approval'`,
  ],
  [
    'request_items_belong_together',
    'a request asks for what is not in its currency',
    `update requests.requests set currency = 'EUR'`,
  ],
  [
    'link_expiry_never_moved',
    'a link expires later than it was issued for',
    `update requests.links set expires_at = now() + interval '9 days', opened_at = now(), expires_after_hours = 24`,
  ],
  [
    'requests_are_settled_by_payments',
    'a request is settled that nobody paid',
    `update requests.requests set settled_at = now() where settled_at is null`,
  ],
  [
    'requests_are_settled_by_payments',
    'a request is settled that nobody paid, and taken back, as lists know',
    `with voided as (update requests.requests set settled_at = now(), state = 'voided' where settled_at is null returning id)
     update requests.standings set label = 'voided', lapses_at = 'infinity' where id in (select id from voided)`,
  ],
  [
    'request_standings_are_kept',
    'a link was opened and lists do not know',
    `update requests.links set opened_at = issued_at where opened_at is null`,
  ],
  [
    'request_standings_are_kept',
    'a part of an invoice is settled and lists do not know',
    `update receivables.payables set settled = 1 where label = 'INV-2'`,
  ],
  [
    'request_standings_are_kept',
    'a request is taken back and lists do not know',
    `update requests.requests set state = 'voided' where settled_at is null`,
  ],
  [
    'request_standings_are_kept',
    'lists say opened of what nobody opened',
    `update requests.standings set label = 'viewed' where label = 'sent'`,
  ],
  [
    'request_standings_are_kept',
    'lists do not tell that something was given back',
    `update requests.standings set label = 'paid' where label = 'refunded'`,
  ],
  [
    'request_standings_are_kept',
    'lists have a request expire that has no such link',
    `update requests.standings set lapses_at = now() where label = 'sent'`,
  ],
  [
    'request_standings_are_kept',
    'lists have a paid request expire',
    `update requests.standings set lapses_at = now() where label = 'refunded'`,
  ],
  [
    'request_standings_are_kept',
    'lists have a request made at another time',
    `update requests.standings set created_at = created_at + interval '1 microsecond' where label = 'refunded'`,
  ],
  [
    'request_standings_are_kept',
    'lists do not have a request',
    `delete from requests.standings where label = 'refunded'`,
  ],
  [
    'payouts_agree',
    'a payout was paid and never posted',
    `insert into payments.payouts (company_id, id, processor_reference, amount, currency, state, automatic, arrives_on,
       is_listed, created_at)
     select company_id, gen_random_uuid(), 'po_1', 500, 'USD', 'paid', true, now(), true, now() from payments.merchant_accounts`,
  ],
  [
    'payouts_agree',
    'a payout that came back comes to another sum than what it is made of',
    `with made as (
       insert into payments.payouts (company_id, id, processor_reference, amount, currency, state, automatic, arrives_on,
         is_listed, listed_at, created_at)
       select company_id, gen_random_uuid(), 'po_1', 500, 'USD', 'failed', true, now(), true, now(), now()
       from payments.merchant_accounts returning company_id, id)
     insert into payments.payout_lines (company_id, id, payout_id, processor_reference, type, source, gross, fee, currency,
       available_on, made_at)
     select m.company_id, gen_random_uuid(), m.id, b.processor_reference, 'charge', 'ch_1', b.gross, b.fee, b.currency, now(), now()
     from made m join payments.balance_transactions b on b.company_id = m.company_id and b.kind = 'charge'`,
  ],
  [
    'payouts_agree',
    'a payout is made of what nothing explains',
    `with made as (
       insert into payments.payouts (company_id, id, processor_reference, amount, currency, state, automatic, arrives_on,
         is_listed, listed_at, created_at)
       select company_id, gen_random_uuid(), 'po_1', 500, 'USD', 'failed', true, now(), true, now(), now()
       from payments.merchant_accounts returning company_id, id)
     insert into payments.payout_lines (company_id, id, payout_id, processor_reference, type, gross, fee, currency,
       available_on, made_at)
     select company_id, gen_random_uuid(), id, 'txn_1', 'charge', 500, 0, 'USD', now(), now() from made`,
  ],
  [
    'payouts_agree',
    'a fee of the processor was kept and not posted',
    `insert into payments.account_movements (company_id, id, processor_reference, type, gross, fee, currency, made_at)
     select company_id, gen_random_uuid(), 'txn_1', 'stripe_fee', -100, 0, 'USD', now() from payments.merchant_accounts`,
  ],
  [
    'order_numbers_have_no_gap',
    'an order is gone',
    `update sales.orders set sequence = sequence + 1 where sequence = (select max(sequence) from sales.orders)`,
  ],
  [
    'order_invoices_say_what_is_ordered',
    'an order comes to something else than its invoice',
    `update sales.orders set total = total + 1 where invoice_id is not null`,
  ],
]

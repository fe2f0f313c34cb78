import { ACCOUNT, accountWeight } from '../ledger/index.ts'
import { raw, sql } from '../lib/db/index.ts'
import { currencySeed, type Tally, total, weighed, weight } from '../lib/tallies.ts'
import { crookedRecoveries } from './loss-proofs.ts'

/**
 * Payables. What is due is one more in its sum, so that a payable of nothing counts for its invoice, too; what is open is
 * weighed as its account is.
 */
const payables: Tally = (db, key) => sql`
  select json_build_object(
    'payables.settled', ${total(weighed(raw('weight'), raw('settled'), key), raw('settled <> 0'))},
    'payables.in_flight', ${total(weighed(raw('weight'), raw('in_flight'), key), raw('in_flight <> 0'))},
    'payables.due', ${total(weighed(raw('weight'), raw('(due + 1)'), key), raw('is_invoice'))},
    'payables.voided', ${total(weighed(raw('weight'), raw('due'), key), raw('voided > 0 and is_invoice'))},
    'payables.open', ${total(
      weighed(
        accountWeight(sql`${ACCOUNT.receivable}`, currencySeed(raw('currency'), key)),
        raw('open'),
        key,
      ),
      raw('open <> 0 and is_invoice'),
    )},
    'payables.not_adding_up', count(*) filter (
      where is_invoice and (open + settled + voided <> due or (voided > 0 and open > 0)))::text,
    'payables.overdrawn', count(*) filter (where settled + voided > due or in_flight > open)::text) sums
  from (
    select currency, due, settled, voided, open, in_flight, kind = 'invoice' is_invoice, ${weight(raw('id'), key.seed)} weight
    from receivables.payables where company_id = ${db.companyId} offset 0) weighed`

/** Invoices. Numbers of the own series are unique by an index, so as many as the last one, from 1 on, leave no gap. */
const invoices: Tally = (db, key) => sql`
  select json_build_object(
    'invoices.due', coalesce(sum(${weighed(raw('weight'), raw('(due + 1)'), key)}), 0)::text,
    'invoices.voided', ${total(weighed(raw('weight'), raw('due'), key), raw(`state <> 'open'`))},
    'invoices.missing', (coalesce(max(sequence), 0) - count(sequence))::text,
    'invoices.below_one', count(*) filter (where sequence < 1)::text) sums
  from (
    select state, total + rounding due, case when series = 'own' then sequence end "sequence",
      ${weight(raw('id'), key.seed)} weight
    from receivables.invoices where company_id = ${db.companyId} offset 0) weighed`

const reservations: Tally = (db, key) => {
  const product = weighed(weight(raw('payment_id'), key.seed), raw('amount'), key)
  return sql`
    select json_build_object(
      'reservations.active', ${total(product, raw(`state = 'active'`))},
      'reservations.released', ${total(product, raw(`state = 'released'`))},
      'reservations.consumed', ${total(product, raw(`state = 'consumed'`))},
      'reservations.in_flight', ${total(weighed(weight(raw('payable_id'), key.seed), raw('amount'), key), raw(`state = 'active'`))}) sums
    from receivables.reservations where company_id = ${db.companyId}`
}

const applications: Tally = (db, key) => sql`
  select json_build_object(
    'applications.settled', coalesce(sum(${weighed(weight(raw('payable_id'), key.seed), raw('amount'), key)}), 0)::text,
    'applications.of_payments', ${total(
      weighed(weight(raw('source_id'), key.seed), raw('amount'), key),
      raw(`amount > 0 and source_type = 'payment'`),
    )},
    'applications.of_credits', ${total(
      weighed(weight(raw('source_id'), key.seed), raw('amount'), key),
      raw(`source_type = 'credit'`),
    )}) sums
  from receivables.applications where company_id = ${db.companyId}`

/** Credits. What is left of them is negative, as a liability stands in the ledger. */
const credits: Tally = (db, key) => sql`
  select json_build_object(
    'credits.of_payments', ${total(raw('product'), raw("payable_id is null and kind <> 'credit_note'"))},
    'credits.of_requests', ${total(raw('product'), raw('payable_id is not null'))},
    'credits.of_notes', ${total(raw('note_product'), raw("kind = 'credit_note'"))},
    'credits.voided', ${total(raw('note_product'), raw('voided_at is not null'))},
    'credits.used', ${total(weighed(weight(raw('id'), key.seed), raw('used'), key), raw('used > 0 and voided_at is null'))},
    'credits.returned', ${total(weighed(weight(raw('id'), key.seed), raw('returned'), key), raw('returned <> 0'))},
    'credits.left', coalesce(sum(${weighed(raw('account_weight'), raw('(used - amount)'), key)}), 0)::text) sums
  from (
    select id, kind, amount, used, returned, payable_id, voided_at,
      ${weighed(weight(raw('credit_note_id'), key.seed), raw('amount'), key)} note_product,
      ${weighed(weight(raw('payment_id'), key.seed), raw('amount'), key)} product,
      ${accountWeight(accountOfCredit, currencySeed(raw('currency'), key))} account_weight
    from receivables.credits where company_id = ${db.companyId} offset 0) weighed`

const accountOfCredit = sql`
  case kind when 'prepayment' then ${ACCOUNT.customerPrepayments} else ${ACCOUNT.customerCredits} end`

/** Credit notes: worth the credits that they make; their own numbers as those of invoices. */
const creditNotes: Tally = (db, key) => sql`
  select json_build_object(
    'credit_notes.worth', coalesce(sum(product), 0)::text,
    'credit_notes.voided', ${total(raw('product'), raw(`state = 'void'`))},
    'credit_notes.missing', (coalesce(max(sequence), 0) - count(sequence))::text,
    'credit_notes.below_one', count(*) filter (where sequence < 1)::text) sums
  from (
    select state, case when series = 'own' then sequence end "sequence",
      ${weighed(weight(raw('id'), key.seed), raw('(total + rounding)'), key)} product
    from receivables.credit_notes where company_id = ${db.companyId} offset 0) weighed`

/** Credit notes that were to be approved: each that is issued is one, with its sum, and no other is. */
const creditNoteProposals: Tally = (db, key) => sql`
  select json_build_object(
    'credit_note_proposals.issued', ${total(raw('product'), raw(`state = 'issued'`))},
    'credit_notes.proposed', coalesce(sum(note_product), 0)::text) sums
  from (
    select p.state,
      ${weighed(weight(raw('p.id'), key.seed), raw('p.total'), key)} product,
      ${weighed(weight(raw('n.id'), key.seed), raw('(n.total + n.rounding)'), key)} note_product
    from receivables.credit_note_proposals p
    left join receivables.credit_notes n on n.company_id = p.company_id and n.id = p.id
    where p.company_id = ${db.companyId} offset 0) weighed`

/** What refunds that were not refused took out of credits. */
const refundsOfCredits: Tally = (db, key) => sql`
  select json_build_object('refunds.of_credits', coalesce(sum(
    ${weighed(weight(raw('a.credit_id'), key.seed), raw('a.amount'), key)}), 0)::text) sums
  from receivables.refund_allocations a
  join payments.refunds_view r on r.company_id = a.company_id and r.id = a.refund_id
    and r.state not in ('failed', 'canceled')
  where a.company_id = ${db.companyId} and a.credit_id is not null`

/** What payments were applied to the requests that they left credits for. */
const appliedToRequests: Tally = (db, key) => sql`
  select json_build_object('applications.to_requests', coalesce(sum(
    ${weighed(weight(raw('c.payment_id'), key.seed), raw('a.amount'), key)}), 0)::text) sums
  from receivables.credits c
  join receivables.applications a on a.company_id = c.company_id and a.source_id = c.payment_id
    and a.source_type = 'payment' and a.payable_id = c.payable_id and a.amount > 0
  join receivables.payables p on p.company_id = a.company_id and p.id = a.payable_id and p.kind = 'request'
  where c.company_id = ${db.companyId} and c.payable_id is not null`

/** What was taken back and is claimed by nothing, weighed as the account of losses is. */
const chargeBacks: Tally = (db, key) => sql`
  select json_build_object('charge_backs.loss', coalesce(sum(
    ${weighed(accountWeight(sql`${ACCOUNT.badDebt}`, currencySeed(raw('p.currency'), key)), raw('c.loss'), key)}), 0)::text) sums
  from receivables.charge_backs c
  join payments.payments_view p on p.company_id = c.company_id and p.id = c.payment_id
  where c.company_id = ${db.companyId} and c.loss <> 0`

/** What persons wrote off; of recovery invoices that is a loss of what was taken back. */
const writeOffs: Tally = (db, key) => sql`
  select json_build_object('invoices.written_off', coalesce(sum(
    ${weighed(accountWeight(sql`${ACCOUNT.badDebt}`, currencySeed(raw('p.currency'), key)), raw('p.voided'), key)}), 0)::text) sums
  from receivables.invoices i
  join receivables.payables p on p.company_id = i.company_id and p.id = i.id
  where i.company_id = ${db.companyId} and i.state = 'written_off' and i.charge_back_id is null`

const recoveries: Tally = (db) => sql`
  select json_build_object('recoveries.crooked', count(*)::text) sums from (${crookedRecoveries(db)}) crooked`

export const receivableTallies: readonly Tally[] = [
  payables,
  invoices,
  reservations,
  applications,
  credits,
  creditNotes,
  creditNoteProposals,
  refundsOfCredits,
  appliedToRequests,
  chargeBacks,
  writeOffs,
  recoveries,
]

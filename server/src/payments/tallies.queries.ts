import { raw, type Statement, sql } from '../lib/db/index.ts'
import { currencySeed, type Tally, type TallyKey, total, weighed, weight } from '../lib/tallies.ts'
import { payoutTally } from './payouts/payout-differences.queries.ts'
import { bankDepositTally, tenderTally } from './tenders/tally.queries.ts'

const OPEN = raw(`state in ('created', 'requires_action', 'processing', 'unknown')`)
const ENDED = raw(`state in ('failed', 'canceled')`)
const UNTAKEN = raw(`state in ('created', 'requires_action', 'processing', 'unknown', 'failed', 'canceled')`)

/**
 * Attempts, most of which took a card at once. What was posted for and what was taken is what all come to, but for those
 * that were never taken: these and what else is said of few are added up by themselves, as each sum costs something for
 * every row, and so do the last columns of a wide one.
 */
const attempts: Tally = (db, key) => sql`
  select json_build_object(
    'payments.amounts', coalesce(sum(${postedFor(key)}), 0)::text,
    'payments.all', coalesce(sum(${weighed(weight(raw('id'), key.seed), raw('amount'), key)}), 0)::text,
    'payments.purposes', coalesce(sum(${weight(raw('purpose_id'), key.seed)}), 0)::text) sums
  from payments.payments where company_id = ${db.companyId}`

const postedFor = (key: TallyKey) =>
  weighed(weight(raw('id'), currencySeed(raw('currency'), key)), raw('amount'), key)

/** The attempts that ended or were paid otherwise than most: what they hold and were posted for. */
const unusualAttempts: Tally = (db, key) => {
  const product = weighed(weight(raw('id'), key.seed), raw('amount'), key)
  const posted = postedFor(key)
  return sql`
    select json_build_object(
      'payments.amounts_untaken', ${total(posted, UNTAKEN)},
      'payments.in_transit', ${total(posted, raw(`state = 'processing' and method = 'ach'`))},
      'payments.returned', ${total(posted, raw(`state = 'returned'`))},
      'payments.wires', ${total(posted, raw(`method = 'wire' and processor_reference is null and state in ('succeeded', 'returned')`))},
      'payments.cash_came', ${total(posted, raw(`method = 'wire' and processor_reference is not null and state = 'succeeded'`))},
      'payments.wires_taken_back', ${total(posted, raw(`method = 'wire' and processor_reference is null and state = 'returned'`))},
      'payments.tenders', ${total(posted, raw(`method in ('cash', 'cheque') and state in ('succeeded', 'returned')`))},
      'payments.tenders_taken_back', ${total(posted, raw(`method in ('cash', 'cheque') and state = 'returned'`))},
      'payments.open', ${total(product, OPEN)},
      'payments.ended', ${total(product, ENDED)},
      'payments.purposes_untaken', ${total(weight(raw('purpose_id'), key.seed), UNTAKEN)}) sums
    from payments.payments where company_id = ${db.companyId} and (state <> 'succeeded' or method <> 'card')`
}

/** What was given back or charged back. An index of their own has these payments, its predicate word for word. */
const givenBack: Tally = (db, key) => {
  const weighedById = (amount: Statement) =>
    total(weighed(weight(raw('id'), key.seed), amount, key), raw('true'))
  return sql`
    select json_build_object(
      'payments.refunded', ${weighedById(raw('refunded'))},
      'payments.charged_back', ${weighedById(raw('charged_back'))},
      'payments.refunding', ${weighedById(raw('refunding'))},
      'payments.overdrawn', count(*) filter (where refunded + refunding > amount)::text) sums
    from payments.payments
    where company_id = ${db.companyId} and (refunded <> 0 or refunding <> 0 or charged_back <> 0)`
}

const refunds: Tally = (db, key) => sql`
  select json_build_object(
    'refunds.succeeded', ${total(raw('posted'), raw(`state = 'succeeded'`))},
    'refunds.refunded', ${total(raw('product'), raw(`state = 'succeeded'`))},
    'refunds.drawn', ${total(raw('posted'), raw(`state = 'succeeded' and from_drawer`))},
    'refunds.drawn_of', ${total(raw('drawn_of'), raw(`state = 'succeeded' and from_drawer`))},
    'refunds.refunding', ${total(raw('product'), raw(`state in ('requested', 'pending')`))}) sums
  from (
    select state, from_drawer, ${weighed(weight(raw('payment_id'), key.seed), raw('amount'), key)} product,
      ${weighed(weight(raw('payment_id'), currencySeed(raw('currency'), key)), raw('amount'), key)} drawn_of,
      ${weighed(weight(raw('id'), currencySeed(raw('currency'), key)), raw('amount'), key)} posted
    from payments.refunds where company_id = ${db.companyId} offset 0) weighed`

const fees: Tally = (db, key) => sql`
  select json_build_object('payments.fees', coalesce(sum(
    ${weighed(weight(raw('payment_id'), currencySeed(raw('currency'), key)), raw('fee'), key)}), 0)::text) sums
  from payments.balance_transactions where company_id = ${db.companyId}`

const disputes: Tally = (db, key) => sql`
  select json_build_object(
    'disputes.withdrawn', ${total(raw('product'), raw('withdrawn_at is not null'))},
    'disputes.left', ${total(raw('product'), raw('reinstated_at is not null or charged_back_at is not null'))},
    'disputes.charged_back', ${total(raw('of_payment'), raw('charged_back_at is not null and reinstated_at is null'))}) sums
  from (
    select withdrawn_at, reinstated_at, charged_back_at,
      ${weighed(weight(raw('id'), currencySeed(raw('currency'), key)), raw('amount'), key)} product,
      ${weighed(weight(raw('payment_id'), key.seed), raw('amount'), key)} of_payment
    from payments.disputes where company_id = ${db.companyId} offset 0) weighed`

const draws: Tally = (db, key) => sql`
  select json_build_object('draws.drawn', coalesce(sum(
    ${weighed(weight(raw('d.payment_id'), currencySeed(raw('p.currency'), key)), raw('d.amount'), key)}), 0)::text) sums
  from payments.cash_draws d
  join payments.payments p on p.company_id = d.company_id and p.id = d.payment_id
  where d.company_id = ${db.companyId} and d.state = 'drawn'`

export const paymentTallies: readonly Tally[] = [
  attempts,
  unusualAttempts,
  givenBack,
  refunds,
  fees,
  disputes,
  payoutTally,
  draws,
  tenderTally,
  bankDepositTally,
]

import { raw, sql } from '../lib/db/index.ts'
import { currencySeed, type Tally, total, weighed, weight } from '../lib/tallies.ts'
import { payoutTally } from './payouts/payout-differences.queries.ts'
import { bankDepositTally, tenderTally } from './tenders/tally.queries.ts'

const OPEN = raw(`state <> 'succeeded' and state in ('created', 'requires_action', 'processing', 'unknown')`)
const ENDED = raw(`state <> 'succeeded' and state in ('failed', 'canceled')`)
const UNTAKEN = raw(
  `state <> 'succeeded' and state in ('created', 'requires_action', 'processing', 'unknown', 'failed', 'canceled')`,
)

/**
 * Attempts: what they were to be posted for, what they are to hold by the state they are in, and what is refunded. What
 * was taken is all but what is open and what has ended. Most have succeeded, so that is asked first.
 */
const attempts: Tally = (db, key) => {
  const weightOfId = weight(raw('id'), key.seed)
  const product = weighed(weightOfId, raw('amount'), key)
  const posted = weighed(weight(raw('id'), currencySeed(raw('currency'), key)), raw('amount'), key)
  const purpose = weight(raw('purpose_id'), key.seed)
  return sql`
    select json_build_object(
      'payments.succeeded', ${total(posted, raw(`state in ('succeeded', 'returned', 'charged_back')`))},
      'payments.in_transit', ${total(posted, raw(`state = 'processing' and method = 'ach'`))},
      'payments.returned', ${total(posted, raw(`state = 'returned'`))},
      'payments.wires', ${total(posted, raw(`method = 'wire' and processor_reference is null and state in ('succeeded', 'returned')`))},
      'payments.cash_came', ${total(posted, raw(`method = 'wire' and processor_reference is not null and state = 'succeeded'`))},
      'payments.wires_taken_back', ${total(posted, raw(`method = 'wire' and processor_reference is null and state = 'returned'`))},
      'payments.tenders', ${total(posted, raw(`method in ('cash', 'cheque') and state in ('succeeded', 'returned')`))},
      'payments.tenders_taken_back', ${total(posted, raw(`method in ('cash', 'cheque') and state = 'returned'`))},
      'payments.all', coalesce(sum(${product}), 0)::text,
      'payments.open', ${total(product, OPEN)},
      'payments.ended', ${total(product, ENDED)},
      'payments.purposes', coalesce(sum(${purpose}), 0)::text,
      'payments.purposes_untaken', ${total(purpose, UNTAKEN)},
      'payments.refunded', ${total(weighed(weightOfId, raw('refunded'), key), raw('refunded <> 0'))},
      'payments.charged_back', ${total(weighed(weightOfId, raw('charged_back'), key), raw('charged_back <> 0'))},
      'payments.refunding', ${total(weighed(weightOfId, raw('refunding'), key), raw('refunding <> 0'))},
      'payments.overdrawn', count(*) filter (where refunded + refunding > amount)::text) sums
    from payments.payments where company_id = ${db.companyId}`
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
  refunds,
  fees,
  disputes,
  payoutTally,
  draws,
  tenderTally,
  bankDepositTally,
]

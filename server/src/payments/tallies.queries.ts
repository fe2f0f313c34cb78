import { raw, sql } from '../lib/db/index.ts'
import { currencySeed, type Tally, total, weighed, weight } from '../lib/tallies.ts'

/** Attempts: what they were to be posted for, what they are to hold by the state they are in, and what is refunded. */
const attempts: Tally = (db, key) => sql`
  select json_build_object(
    'payments.succeeded', ${total(raw('posted'), raw(`state in ('succeeded', 'returned')`))},
    'payments.in_transit', ${total(raw('posted'), raw(`state = 'processing' and method = 'ach'`))},
    'payments.returned', ${total(raw('posted'), raw(`state = 'returned'`))},
    'payments.open', ${total(raw('product'), raw('is_open'))},
    'payments.ended', ${total(raw('product'), raw('is_ended'))},
    'payments.taken', ${total(raw('product'), raw('not is_open and not is_ended'))},
    'payments.purposes_taken', ${total(raw('purpose'), raw('not is_open and not is_ended'))},
    'payments.refunded', ${total(weighed(raw('weight'), raw('refunded'), key), raw('refunded <> 0'))},
    'payments.refunding', ${total(weighed(raw('weight'), raw('refunding'), key), raw('refunding <> 0'))},
    'payments.overdrawn', count(*) filter (where refunded + refunding > amount)::text) sums
  from (
    select state, method, amount, refunded, refunding, ${weight(raw('id'), key.seed)} weight,
      ${weighed(weight(raw('id'), key.seed), raw('amount'), key)} product,
      ${weighed(weight(raw('id'), currencySeed(raw('currency'), key)), raw('amount'), key)} posted,
      ${weight(raw('purpose_id'), key.seed)} purpose,
      case when state = 'succeeded' then false else state in ('created', 'requires_action', 'processing', 'unknown') end is_open,
      case when state = 'succeeded' then false else state in ('failed', 'canceled') end is_ended
    from payments.payments where company_id = ${db.companyId} offset '0') weighed`

const refunds: Tally = (db, key) => sql`
  select json_build_object(
    'refunds.succeeded', ${total(raw('posted'), raw(`state = 'succeeded'`))},
    'refunds.refunded', ${total(raw('product'), raw(`state = 'succeeded'`))},
    'refunds.refunding', ${total(raw('product'), raw(`state in ('requested', 'pending')`))}) sums
  from (
    select state, ${weighed(weight(raw('payment_id'), key.seed), raw('amount'), key)} product,
      ${weighed(weight(raw('id'), currencySeed(raw('currency'), key)), raw('amount'), key)} posted
    from payments.refunds where company_id = ${db.companyId} offset '0') weighed`

const fees: Tally = (db, key) => sql`
  select json_build_object('payments.fees', coalesce(sum(
    ${weighed(weight(raw('payment_id'), currencySeed(raw('currency'), key)), raw('fee'), key)}), 0)::text) sums
  from payments.balance_transactions where company_id = ${db.companyId}`

export const paymentTallies: readonly Tally[] = [attempts, refunds, fees]

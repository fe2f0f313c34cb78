import { type Db, sql } from '../../lib/db/index.ts'
import type { PaymentId } from '../payments.queries.ts'
import type { PayoutState } from '../payouts/payout.state.ts'
import type { PayoutId } from '../payouts/payouts.queries.ts'

/** What says how far the money of a payment is, beside the payment itself. */
export interface ClearingFacts {
  paymentId: PaymentId
  /** From when the processor may pay it out. */
  availableOn: Date | null
  payoutId: PayoutId | null
  payoutState: PayoutState | null
  /** The day, `2026-11-30`. */
  arrivesOn: string | null
}

/**
 * Of each payment its movement and the payout that it went with. What came back with a payout that failed went with a
 * later one: that is followed, however often it failed.
 */
export function findClearingFacts(db: Db, ids: readonly PaymentId[]): Promise<ClearingFacts[]> {
  return db.many(sql<ClearingFacts>`
    with recursive went as (
      select b.payment_id, b.available_on, l.payout_id, 0 again
      from payments.balance_transactions b
      left join payments.payout_lines l
        on l.company_id = b.company_id and l.processor_reference = b.processor_reference
      where b.company_id = ${db.companyId} and b.payment_id = any(${ids}::uuid[]) and b.kind = 'charge'
      union all
      select w.payment_id, w.available_on, l.payout_id, w.again + 1
      from went w
      join payments.payouts p
        on p.company_id = ${db.companyId} and p.id = w.payout_id and p.state in ('failed', 'canceled')
      join payments.account_movements a
        on a.company_id = p.company_id and a.payout_id = p.id and a.type in ('payout_failure', 'payout_cancel')
      join payments.payout_lines l
        on l.company_id = a.company_id and l.processor_reference = a.processor_reference
    )
    select distinct on (w.payment_id) w.payment_id "paymentId", w.available_on "availableOn", p.id "payoutId",
      p.state "payoutState", p.arrives_on::text "arrivesOn"
    from went w
    left join payments.payouts p on p.company_id = ${db.companyId} and p.id = w.payout_id
    order by w.payment_id, w.again desc`)
}

/** A payout, and how much of the payments that were asked about went with it: net of their fees, in minor units. */
export interface Deposit {
  id: PayoutId
  amount: bigint
  state: PayoutState
  settledAt: Date | null
}

/** The payouts that payments went with; where one failed, the later one too. */
export function listDepositsOf(db: Db, ids: readonly PaymentId[]): Promise<Deposit[]> {
  return db.many(sql<Deposit>`
    with recursive went as (
      select l.payout_id, l.gross - l.fee amount
      from payments.balance_transactions b
      join payments.payout_lines l
        on l.company_id = b.company_id and l.processor_reference = b.processor_reference
      where b.company_id = ${db.companyId} and b.payment_id = any(${ids}::uuid[]) and b.kind = 'charge'
      union all
      select l.payout_id, w.amount
      from went w
      join payments.account_movements a on a.company_id = ${db.companyId} and a.payout_id = w.payout_id
        and a.type in ('payout_failure', 'payout_cancel')
      join payments.payout_lines l
        on l.company_id = a.company_id and l.processor_reference = a.processor_reference
    )
    select p.id, sum(w.amount)::bigint amount, p.state, p.settled_at "settledAt"
    from went w join payments.payouts p on p.company_id = ${db.companyId} and p.id = w.payout_id
    group by p.company_id, p.id`)
}

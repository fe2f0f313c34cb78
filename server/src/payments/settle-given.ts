import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { refundStates } from './refund.state.ts'
import type { Refund } from './refunds.queries.ts'
import { settleRefund } from './settle-refund.ts'

/** A refund that somebody gave by hand has gone with its recording; or, with a reason, had not gone after all. */
export async function settleGiven(
  tx: Tx,
  actor: Actor,
  now: Date,
  before: Refund,
  failureReason: string | null = null,
): Promise<Refund> {
  const event = failureReason === null ? 'succeed' : 'fail'
  const state = refundStates[before.state][event] ?? before.state
  const after: Refund = { ...before, state, failureReason, settledAt: now }
  await tx.change(sql`
    update payments.refunds set state = ${state}, failure_reason = ${failureReason}, settled_at = ${now}
    where company_id = ${tx.companyId} and id = ${before.id} and state = ${before.state}`)
  await settleRefund(tx, actor, now, before.state, after)
  return after
}

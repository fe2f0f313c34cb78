import type { World } from '../world.ts'
import { returnDebit, settleDebit } from './bank-debit.ts'
import { expireDispute } from './end-dispute.ts'
import { reconcilePayout, sendPayout, settlePayout } from './end-payout.ts'
import { endMicrodeposits } from './microdeposits.ts'
import { makePayouts } from './payouts.ts'
import type { Task } from './plan-task.ts'
import { settleCharge } from './settle-charge.ts'
import { failRefund, settleRefund, traceRefund } from './settle-refund.ts'

const tasks = {
  settle_charge: settleCharge,
  settle_refund: settleRefund,
  fail_refund: failRefund,
  trace_refund: traceRefund,
  settle_debit: settleDebit,
  return_debit: returnDebit,
  end_microdeposits: endMicrodeposits,
  expire_dispute: expireDispute,
  make_payouts: makePayouts,
  send_payout: sendPayout,
  reconcile_payout: reconcilePayout,
  settle_payout: settlePayout,
} satisfies Record<Task, (world: World, account: string, id: string) => void>

/** Runs everything whose business time has come, in order. */
export function runDue(world: World): void {
  const now = world.clock.now()
  const due = [...world.store.all('due')].filter((record) => record.due_at <= now)
  for (const record of due.sort((a, b) => a.due_at - b.due_at)) {
    world.store.delete('due', record.id)
    tasks[record.task as Task](world, record.account, record.object)
  }
}

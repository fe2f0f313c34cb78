import { newId } from '../ids.ts'
import type { World } from '../world.ts'

/** What is done when its time has come (due.ts). */
export type Task =
  | 'settle_charge'
  | 'settle_refund'
  | 'fail_refund'
  | 'trace_refund'
  | 'settle_debit'
  | 'return_debit'
  | 'end_microdeposits'
  | 'expire_dispute'
  | 'make_payouts'
  | 'send_payout'
  | 'reconcile_payout'
  | 'settle_payout'

/** Plans a task for later, in business seconds from now. */
export function planTask(world: World, account: string, task: Task, object: string, inSeconds: number): void {
  const now = world.clock.now()
  world.store.put('due', account, {
    id: newId('due'),
    created: now,
    due_at: now + inSeconds,
    task,
    account,
    object,
  })
}

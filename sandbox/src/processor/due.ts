import { newId } from '../ids.ts'
import type { World } from '../world.ts'
import { settleCharge } from './settle-charge.ts'
import { failRefund, settleRefund } from './settle-refund.ts'

const tasks = {
  settle_charge: settleCharge,
  settle_refund: settleRefund,
  fail_refund: failRefund,
} satisfies { [task: string]: (world: World, account: string, id: string) => void }

export type Task = keyof typeof tasks

/** Runs everything whose business time has come, in order. */
export function runDue(world: World): void {
  const now = world.clock.now()
  const due = [...world.store.all('due')].filter((record) => record.due_at <= now)
  for (const record of due.sort((a, b) => a.due_at - b.due_at)) {
    world.store.delete('due', record.id)
    tasks[record.task as Task](world, record.account, record.object)
  }
}

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

import type { World } from '../world.ts'

const day = 24 * 3600

/** What is available by then is paid out at the next midnight (UTC), unless the account is paid out by hand alone. */
export function planPayouts(world: World, account: string, availableOn: number): void {
  const owner = world.store.get('account', world.platformAccount, account)
  if (owner?.settings?.payouts?.schedule.interval === 'manual') return
  const now = world.clock.now()
  const midnight = Math.ceil(Math.max(availableOn, now + 1) / day) * day
  world.store.put('due', account, {
    id: `due_payouts_${account}_${midnight}`,
    created: now,
    due_at: midnight,
    task: 'make_payouts',
    account,
    object: account,
  })
}

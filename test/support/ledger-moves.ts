import { fromWireId } from '../../server/src/lib/ids.ts'
import { owned } from './story.ts'
import type { Tenant, World } from './world.ts'

/** What an act moves in a company's books, by account, with all that follows from it; what it leaves is not there. */
export function ledgerMoves(
  world: World,
  company: () => Tenant,
): (act: () => Promise<unknown>) => Promise<Record<string, number>> {
  const balances = async (): Promise<Record<string, number>> => {
    const rows = await owned<{ account: number; sum: string }>(
      world,
      `select account, sum(amount)::text sum from (
         select t.company_id, debit account, amount from ledger.transfers t
         union all select t.company_id, credit, -amount from ledger.transfers t) moved
       where company_id = $1 group by 1 having sum(amount) <> 0`,
      [fromWireId('co', company().id)],
    )
    return Object.fromEntries(rows.map(({ account, sum }) => [account, Number(sum)]))
  }
  return async (act) => {
    const before = await balances()
    await act()
    await world.settle()
    const after = await balances()
    const changes = [...new Set([...Object.keys(before), ...Object.keys(after)])].map(
      (account) => [account, (after[account] ?? 0) - (before[account] ?? 0)] as const,
    )
    return Object.fromEntries(changes.filter(([, change]) => change !== 0))
  }
}

import { type Db, sql } from '../lib/db/index.ts'
import type { AccountCode } from './post.ts'

export interface Balance {
  account: number
  currency: string
  /** Debits less credits, in minor units. */
  balance: bigint
}

/** The balance of every account that was ever moved, by currency. */
export function listBalances(db: Db): Promise<Balance[]> {
  return db.many(sql<Balance>`
    select account, currency, sum(amount)::bigint balance from (
      select debit account, currency, sum(amount) amount from ledger.transfers
      where company_id = ${db.companyId} group by 1, 2
      union all
      select credit, currency, -sum(amount) from ledger.transfers where company_id = ${db.companyId} group by 1, 2
    ) sides group by account, currency order by account, currency`)
}

/** One account's balances by currency; debits less credits. */
export async function balanceOf(db: Db, account: AccountCode): Promise<Map<string, bigint>> {
  const rows = await listBalances(db)
  return new Map(rows.filter((row) => row.account === account).map((row) => [row.currency, row.balance]))
}

import { sql, type Tx } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'

/** The chart of accounts; the migration of `ledger` names each. */
export const ACCOUNT = {
  bank: 1010,
  processorBalance: 1050,
  receivable: 1100,
  customerCredits: 2100,
  customerPrepayments: 2110,
  receiptsClearing: 2150,
  taxPayable: 2200,
  refundsPayable: 2300,
  openingBalances: 3000,
  sales: 4000,
  shippingIncome: 4050,
  processingFees: 5100,
} as const
export type AccountCode = (typeof ACCOUNT)[keyof typeof ACCOUNT]

/** One movement: `amount` minor units, from the credit to the debit account. Zero moves nothing. */
export interface Transfer {
  debit: AccountCode
  credit: AccountCode
  amount: bigint
}

export interface Posting {
  kind: string
  /** Business time. */
  at: Date
  currency: string
  subjectType: string
  subjectId: string
  transfers: readonly Transfer[]
}

/** Posts one entry with its transfers, in one statement. A negative amount turns its transfer round. */
export async function post(tx: Tx, posting: Posting): Promise<void> {
  const moved = posting.transfers.filter(({ amount }) => amount !== 0n).map(positive)
  if (moved.length === 0) return
  const entryId = newId()
  await tx.change(
    sql`
    with entry as (
      insert into ledger.entries (company_id, id, at, kind, subject_type, subject_id)
      values (${tx.companyId}, ${entryId}, ${posting.at}, ${posting.kind}, ${posting.subjectType}, ${posting.subjectId})
    )
    insert into ledger.transfers (company_id, id, entry_id, debit, credit, amount, currency)
    select ${tx.companyId}, t.id, ${entryId}, t.debit, t.credit, t.amount, ${posting.currency}
    from unnest(${moved.map(() => newId())}::uuid[], ${moved.map((t) => t.debit)}::smallint[],
      ${moved.map((t) => t.credit)}::smallint[], ${moved.map((t) => t.amount)}::bigint[]) t(id, debit, credit, amount)`,
    moved.length,
  )
}

function positive({ debit, credit, amount }: Transfer): Transfer {
  return amount > 0n ? { debit, credit, amount } : { debit: credit, credit: debit, amount: -amount }
}

import { type Statement, sql, type Tx } from '../lib/db/index.ts'
import { type CompanyId, newId } from '../lib/ids.ts'

/** The chart of accounts; the migration of `ledger` names each. */
export const ACCOUNT = {
  bank: 1010,
  undepositedFunds: 1020,
  processorBalance: 1050,
  customerCash: 1060,
  debitsInTransit: 1070,
  disputedFunds: 1080,
  payoutsInTransit: 1090,
  receivable: 1100,
  customerCredits: 2100,
  customerPrepayments: 2110,
  paymentsInProcess: 2120,
  receiptsClearing: 2150,
  taxPayable: 2200,
  refundsPayable: 2300,
  openingBalances: 3000,
  sales: 4000,
  shippingIncome: 4050,
  returnsAndAllowances: 4900,
  processingFees: 5100,
  returnFees: 5110,
  badDebt: 5120,
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

/** Posts one entry with its transfers, with COMMIT. A negative amount turns its transfer round. */
export function post(tx: Tx, posting: Posting): void {
  const transfers = posting.transfers.filter(({ amount }) => amount !== 0n).map(positive)
  if (transfers.length > 0) tx.append(insertEntries, { ...posting, transfers, id: newId() })
}

function positive({ debit, credit, amount }: Transfer): Transfer {
  return amount > 0n ? { debit, credit, amount } : { debit: credit, credit: debit, amount: -amount }
}

/** All entries of a transaction in one statement. */
function insertEntries(companyId: CompanyId, entries: readonly (Posting & { id: string })[]): Statement {
  const moved = entries.flatMap(({ id, currency, transfers }) =>
    transfers.map((transfer) => ({ ...transfer, currency, entryId: id })),
  )
  return sql`
    with entry as (
      insert into ledger.entries (company_id, id, at, kind, subject_type, subject_id)
      select ${companyId}, e.* from unnest(${entries.map(({ id }) => id)}::uuid[],
        ${entries.map(({ at }) => at)}::timestamptz[], ${entries.map(({ kind }) => kind)}::text[],
        ${entries.map((e) => e.subjectType)}::text[], ${entries.map((e) => e.subjectId)}::uuid[]) e
    )
    insert into ledger.transfers (company_id, id, entry_id, debit, credit, amount, currency)
    select ${companyId}, t.* from unnest(${moved.map(() => newId())}::uuid[],
      ${moved.map(({ entryId }) => entryId)}::uuid[], ${moved.map(({ debit }) => debit)}::smallint[],
      ${moved.map(({ credit }) => credit)}::smallint[], ${moved.map(({ amount }) => amount)}::bigint[],
      ${moved.map(({ currency }) => currency)}::text[]) t`
}

import { type Db, raw, sql } from '../../lib/db/index.ts'
import type { PageRequest } from '../../lib/pagination.ts'
import { rowLimit } from '../../lib/row-limit.ts'
import type { PaymentId } from '../payments.queries.ts'
import type { BankDepositId } from './tenders.queries.ts'

/** What was taken to the bank in one go. */
export interface BankDeposit {
  id: BankDepositId
  depositedOn: string
  reference: string | null
  currency: string
  amount: bigint
  payments: number
  createdAt: Date
  /** When and why it was undone as a whole, and what it had been of; null where it stands. */
  undoneAt: Date | null
  undoReason: string | null
  undonePayments: PaymentId[] | null
}

export const BANK_DEPOSIT = raw(
  `id, deposited_on::text "depositedOn", reference, currency, amount, payments, created_at "createdAt",
  undone_at "undoneAt", undo_reason "undoReason", undone_payments "undonePayments"`,
)

export function findBankDeposit(db: Db, id: BankDepositId): Promise<BankDeposit | undefined> {
  return db.maybe(sql<BankDeposit>`
    select ${BANK_DEPOSIT} from payments.bank_deposits where company_id = ${db.companyId} and id = ${id}`)
}

export function listBankDeposits(db: Db, page: PageRequest): Promise<BankDeposit[]> {
  return db.many(sql<BankDeposit>`
    select ${BANK_DEPOSIT} from payments.bank_deposits
    where company_id = ${db.companyId} and (${page.after ?? null}::uuid is null or id < ${page.after ?? null}::uuid)
    order by id desc limit ${rowLimit(page.limit)}`)
}

/** What deposits are made of, as it was taken to the bank; of one that was undone, what it had been of. */
export async function paymentsOfDeposits(
  db: Db,
  deposits: readonly BankDeposit[],
): Promise<{ id: PaymentId; depositId: BankDepositId }[]> {
  const made = await db.many(sql<{ id: PaymentId; depositId: BankDepositId }>`
    select id, bank_deposit_id "depositId" from payments.tenders
    where company_id = ${db.companyId} and bank_deposit_id = any(${deposits.map(({ id }) => id)}) order by id`)
  const undone = deposits.flatMap(({ id: depositId, undonePayments }) =>
    (undonePayments ?? []).map((id) => ({ id, depositId })),
  )
  return [...made, ...undone]
}

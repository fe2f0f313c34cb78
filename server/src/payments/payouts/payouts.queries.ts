import { type Db, join, raw, sql, type Tx } from '../../lib/db/index.ts'
import type { CompanyId, Id } from '../../lib/ids.ts'
import type { PageRequest } from '../../lib/pagination.ts'
import type { PayoutState } from './payout.state.ts'

export type PayoutId = Id<'pyt'>

export interface Payout {
  id: PayoutId
  companyId: CompanyId
  processorReference: string
  /** Minor units; less than zero: taken from the bank account. */
  amount: bigint
  currency: string
  state: PayoutState
  automatic: boolean
  bankName: string | null
  bankLast4: string | null
  /** The day, `2026-11-30`. */
  arrivesOn: string
  balanceReference: string | null
  failureCode: string | null
  failureMessage: string | null
  trace: string | null
  /** Whether the processor tells what it is made of at all. */
  isListed: boolean
  /** Since when that is known. */
  listedAt: Date | null
  createdAt: Date
  settledAt: Date | null
}

const PAYOUT =
  raw(`id, company_id "companyId", processor_reference "processorReference", amount, currency, state,
  automatic, bank_name "bankName", bank_last4 "bankLast4", arrives_on::text "arrivesOn",
  balance_reference "balanceReference", failure_code "failureCode", failure_message "failureMessage", trace,
  is_listed "isListed", listed_at "listedAt", created_at "createdAt", settled_at "settledAt"`)

export function findPayout(db: Db, id: PayoutId): Promise<Payout | undefined> {
  return db.maybe(sql<Payout>`
    select ${PAYOUT} from payments.payouts where company_id = ${db.companyId} and id = ${id}`)
}

export function findPayouts(db: Db, ids: readonly PayoutId[]): Promise<Payout[]> {
  return db.many(sql<Payout>`
    select ${PAYOUT} from payments.payouts where company_id = ${db.companyId} and id = any(${ids})`)
}

export function lockPayoutByReference(tx: Tx, reference: string): Promise<Payout | undefined> {
  return tx.maybe(sql<Payout>`
    select ${PAYOUT} from payments.payouts
    where company_id = ${tx.companyId} and processor_reference = ${reference} for update`)
}

/** The sorts of what a payout is made of, as its view tells them. */
export const CATEGORIES = ['charge', 'refund', 'return', 'fee', 'returned_payout', 'adjustment'] as const
export type Category = (typeof CATEGORIES)[number]

/** What of a payout is of one sort, in minor units. */
export interface CategorySum {
  payoutId: PayoutId
  category: Category
  count: bigint
  gross: bigint
  fee: bigint
  /** What our books have of these: their net where all agree. */
  booked: bigint
  /** How many of them nothing here explains. */
  unexplained: bigint
}

export function sumPayoutLines(db: Db, ids: readonly PayoutId[]): Promise<CategorySum[]> {
  return db.many(sql<CategorySum>`
    select payout_id "payoutId", category, count(*) count, sum(gross)::bigint gross, sum(fee)::bigint fee,
      coalesce(sum(booked), 0)::bigint booked, count(*) filter (where booked is null) unexplained
    from payments.payout_lines_view where company_id = ${db.companyId} and payout_id = any(${ids}::uuid[])
    group by 1, 2`)
}

export interface PayoutFilter {
  state: PayoutState | undefined
  arrivesFrom: string | undefined
  arrivesTo: string | undefined
}

/** A page of payouts, newest first. */
export function listPayouts(db: Db, page: PageRequest, filter: PayoutFilter): Promise<Payout[]> {
  const where = [sql`company_id = ${db.companyId}`]
  if (page.after !== undefined)
    where.push(sql`(created_at, id) < (
      select c.created_at, c.id from payments.payouts c where c.company_id = ${db.companyId} and c.id = ${page.after})`)
  if (filter.state !== undefined) where.push(sql`state = ${filter.state}`)
  if (filter.arrivesFrom !== undefined) where.push(sql`arrives_on >= ${filter.arrivesFrom}::date`)
  if (filter.arrivesTo !== undefined) where.push(sql`arrives_on <= ${filter.arrivesTo}::date`)
  return db.many(sql<Payout>`
    select ${PAYOUT} from payments.payouts where ${join(where, ' and ')}
    order by created_at desc, id desc limit ${page.limit + 1}`)
}

/** A movement of the processor's balance that is of no payment. */
export interface AccountMovement {
  id: string
  type: string
  description: string | null
  gross: bigint
  fee: bigint
  currency: string
}

export function findAccountMovements(db: Db, ids: readonly string[]): Promise<AccountMovement[]> {
  return db.many(sql<AccountMovement>`
    select id, type, description, gross, fee, currency from payments.account_movements
    where company_id = ${db.companyId} and id = any(${ids}::uuid[])`)
}

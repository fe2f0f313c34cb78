import type { CustomerId } from '../customers/index.ts'
import { type Db, join, raw, sql, type Tx } from '../lib/db/index.ts'
import type { Id } from '../lib/ids.ts'
import type { PageRequest } from '../lib/pagination.ts'

export type CreditId = Id<'crd'>
export type CreditKind = 'prepayment' | 'overpayment' | 'credit_note'

/** Money a customer has with the company. Minor units. */
export interface Credit {
  id: CreditId
  customerId: CustomerId | null
  kind: CreditKind
  paymentId: Id<'pay'> | null
  creditNoteId: Id<'cn'> | null
  /** The request whose own document it is. */
  payableId: Id<'req'> | null
  currency: string
  amount: bigint
  /** Applied, refunded, or voided. */
  used: bigint
  createdAt: Date
  voidedAt: Date | null
}

const CREDIT = raw(`id, customer_id "customerId", kind, payment_id "paymentId", credit_note_id "creditNoteId",
  payable_id "payableId", currency, amount, used, created_at "createdAt", voided_at "voidedAt"`)

/** A page of credits, newest first; with `open` those of which something is left. */
export function listCredits(
  db: Db,
  page: PageRequest,
  filter: { customerId?: CustomerId; open?: boolean },
): Promise<Credit[]> {
  const where = [sql`company_id = ${db.companyId}`]
  if (page.after !== undefined) where.push(sql`id < ${page.after}`)
  if (filter.customerId !== undefined) where.push(sql`customer_id = ${filter.customerId}`)
  if (filter.open === true) where.push(sql`used < amount`)
  return db.many(sql<Credit>`
    select ${CREDIT} from receivables.credits where ${join(where, ' and ')} order by id desc limit ${page.limit + 1}`)
}

export function findCredit(db: Db, id: CreditId): Promise<Credit | undefined> {
  return db.maybe(
    sql<Credit>`select ${CREDIT} from receivables.credits where company_id = ${db.companyId} and id = ${id}`,
  )
}

/** After the payables' locks, never before them. */
export function lockCredit(tx: Tx, id: CreditId): Promise<Credit | undefined> {
  return tx.maybe(sql<Credit>`
    select ${CREDIT} from receivables.credits where company_id = ${tx.companyId} and id = ${id} for update`)
}

/** Adds to what is used of a credit whose lock is held; negative to give it back. */
export async function useCredit(tx: Tx, id: CreditId, amount: bigint): Promise<void> {
  await tx.change(sql`
    update receivables.credits set used = used + ${amount} where company_id = ${tx.companyId} and id = ${id}`)
}

/** Whether any of these payments brought more than was owed, which became credit. */
export async function leftCredit(db: Db, paymentIds: readonly Id<'pay'>[]): Promise<boolean> {
  if (paymentIds.length === 0) return false
  const { found } = await db.one(sql<{ found: boolean }>`
    select exists (select 1 from receivables.credits
      where company_id = ${db.companyId} and payment_id = any(${[...paymentIds]}) and kind = 'overpayment') found`)
  return found
}

/** What of payments became credit because it was not owed, by payment. Minor units. */
export async function creditOfPayments(
  db: Db,
  paymentIds: readonly Id<'pay'>[],
): Promise<Map<string, bigint>> {
  const rows = await db.many(sql<{ id: string; amount: bigint }>`
    select payment_id id, sum(amount)::bigint amount from receivables.credits
    where company_id = ${db.companyId} and payment_id = any(${paymentIds}) and kind = 'overpayment' group by payment_id`)
  return new Map(rows.map(({ id, amount }) => [id, amount]))
}

import { type Db, raw, sql, type Tx } from '../lib/db/index.ts'
import type { Id } from '../lib/ids.ts'
import type { PayableDetail } from './payable-detail.ts'

/** What anything owed is: an invoice's id, or a request's that is its own document. */
export type PayableId = Id<'inv'> | Id<'req'>

export interface Payable {
  id: PayableId
  kind: 'invoice' | 'request'
  label: string
  customerId: Id<'cus'> | null
  currency: string
  due: bigint
  settled: bigint
  inFlight: bigint
  refunded: bigint
  /** What is asked for no more: voided with its document, or written off. */
  voided: bigint
  /** due − settled − voided. */
  open: bigint
  /** Only on a request that is its own document. */
  detail: PayableDetail | null
}

const PAYABLE =
  raw(`id, kind, label, customer_id "customerId", currency, due, settled, in_flight "inFlight", refunded,
  voided, open, detail`)

/** Locks payables in id order, always: so two doors to the same debts cannot deadlock. */
export function lockPayables(tx: Tx, ids: readonly PayableId[]): Promise<Payable[]> {
  return tx.many(sql<Payable>`
    select ${PAYABLE} from receivables.payables
    where company_id = ${tx.companyId} and id = any(${ids}) order by id for update`)
}

/** Payables as they are, for who only looks. */
export function findPayables(db: Db, ids: readonly PayableId[]): Promise<Payable[]> {
  return db.many(sql<Payable>`
    select ${PAYABLE} from receivables.payables where company_id = ${db.companyId} and id = any(${ids})`)
}

/** More invoices than one call settles wait for the next. */
const MOST = 200

/** A customer's open invoices, the oldest due first; some of it may be promised to an attempt. */
export function listOldestDue(
  db: Db,
  { customerId, currency }: { customerId: string; currency: string },
): Promise<(Payable & { id: Id<'inv'>; dueOn: string | null })[]> {
  return db.many(sql<Payable & { id: Id<'inv'>; dueOn: string | null }>`
    select ${PAYABLE}, due_on::text "dueOn" from receivables.payables
    where company_id = ${db.companyId} and customer_id = ${customerId} and currency = ${currency}
      and kind = 'invoice' and open > 0
    order by due_on nulls last, id limit ${MOST}`)
}

/** Keeps payables as they are until the transaction ends, for as many as read them; whoever changes one waits. */
export async function holdPayables(tx: Tx, ids: readonly PayableId[]): Promise<void> {
  await tx.many(sql`
    select id from receivables.payables
    where company_id = ${tx.companyId} and id = any(${ids}) order by id for share`)
}

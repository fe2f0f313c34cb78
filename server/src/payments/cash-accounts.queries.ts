import type { CustomerId } from '../customers/index.ts'
import { type Db, raw, sql, type Tx } from '../lib/db/index.ts'
import { type Id, newId } from '../lib/ids.ts'

export type CashAccountId = Id<'csh'>

/** A customer's cash at the processor: where its wires arrive. */
export interface CashAccount {
  id: CashAccountId
  customerId: CustomerId
  /** '' where the key is the company's own. */
  processorAccount: string
  processorCustomer: string
  /** When its customer was last shown where to send a wire. */
  shownAt: Date
}

const CASH_ACCOUNT = raw(`id, customer_id "customerId", processor_account "processorAccount",
  processor_customer "processorCustomer", shown_at "shownAt"`)

export function findCashAccount(db: Db, id: CashAccountId): Promise<CashAccount | undefined> {
  return db.maybe(sql<CashAccount>`
    select ${CASH_ACCOUNT} from payments.cash_accounts where company_id = ${db.companyId} and id = ${id}`)
}

export function findCashAccountOf(
  db: Db,
  account: string | null,
  customerId: CustomerId,
): Promise<CashAccount | undefined> {
  return db.maybe(sql<CashAccount>`
    select ${CASH_ACCOUNT} from payments.cash_accounts
    where company_id = ${db.companyId} and customer_id = ${customerId} and processor_account = ${account ?? ''}`)
}

export function findCashAccountByReference(
  db: Db,
  processorCustomer: string,
): Promise<CashAccount | undefined> {
  return db.maybe(sql<CashAccount>`
    select ${CASH_ACCOUNT} from payments.cash_accounts
    where company_id = ${db.companyId} and processor_customer = ${processorCustomer}`)
}

/** So that what came is recorded by one at a time. */
export async function lockCashAccount(tx: Tx, id: CashAccountId): Promise<void> {
  await tx.one(sql`
    select id from payments.cash_accounts where company_id = ${tx.companyId} and id = ${id} for update`)
}

export function listCashAccounts(db: Db): Promise<CashAccount[]> {
  return db.many(sql<CashAccount>`
    select ${CASH_ACCOUNT} from payments.cash_accounts where company_id = ${db.companyId} order by id`)
}

/** Keeps that a customer is shown where to send a wire. */
export function keepCashAccount(
  tx: Tx,
  now: Date,
  {
    customerId,
    account,
    processorCustomer,
  }: { customerId: CustomerId; account: string | null; processorCustomer: string },
): Promise<CashAccount> {
  return tx.one(sql<CashAccount>`
    insert into payments.cash_accounts (company_id, id, customer_id, processor_account, processor_customer, shown_at)
    values (${tx.companyId}, ${newId()}, ${customerId}, ${account ?? ''}, ${processorCustomer}, ${now})
    on conflict (company_id, customer_id, processor_account) do update set shown_at = excluded.shown_at
    returning ${CASH_ACCOUNT}`)
}

/** Where a wire arrived; undefined where it was booked by hand. */
export function findCashAccountOfWire(db: Db, paymentId: string): Promise<CashAccount | undefined> {
  return db.maybe(sql<CashAccount>`
    select ${CASH_ACCOUNT} from payments.cash_accounts
    where company_id = ${db.companyId} and id = (
      select w.cash_account_id from payments.wires w where w.company_id = ${db.companyId} and w.id = ${paymentId})`)
}

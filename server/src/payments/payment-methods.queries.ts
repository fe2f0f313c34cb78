import type { CustomerId } from '../customers/index.ts'
import { type Db, raw, sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import type { Id } from '../lib/ids.ts'
import type { MethodState } from './payment-method.state.ts'

export type PaymentMethodId = Id<'pm'>

/** A card or bank account that is kept for a customer: what the processor tells of it, never its number. */
export interface PaymentMethod {
  id: PaymentMethodId
  customerId: CustomerId
  type: 'card' | 'ach'
  /** Null where the key is the company's own. */
  processorAccount: string | null
  processorCustomer: string
  processorReference: string
  fingerprint: string | null
  brand: string | null
  bankName: string | null
  last4: string
  expMonth: number | null
  expYear: number | null
  state: MethodState
  isDefault: boolean
  /** Why it is invalid, or was removed. */
  reason: string | null
  warnedAt: Date | null
  createdAt: Date
  removedAt: Date | null
}

export const METHOD =
  raw(`id, customer_id "customerId", type, nullif(processor_account, '') "processorAccount", processor_customer "processorCustomer",
  processor_reference "processorReference", fingerprint, brand, bank_name "bankName", last4, exp_month "expMonth",
  exp_year "expYear", state, is_default "isDefault", reason, warned_at "warnedAt", created_at "createdAt",
  removed_at "removedAt"`)

export function findPaymentMethod(db: Db, id: PaymentMethodId): Promise<PaymentMethod | undefined> {
  return db.maybe(sql<PaymentMethod>`
    select ${METHOD} from payments.payment_methods where company_id = ${db.companyId} and id = ${id}`)
}

function lockPaymentMethod(tx: Tx, id: PaymentMethodId): Promise<PaymentMethod | undefined> {
  return tx.maybe(sql<PaymentMethod>`
    select ${METHOD} from payments.payment_methods where company_id = ${tx.companyId} and id = ${id} for update`)
}

/** Taken before the lock of one of them. */
export async function lockMethodsOf(tx: Tx, customerId: CustomerId): Promise<void> {
  await tx.many(sql`select pg_advisory_xact_lock(hashtext(${`payment methods of ${customerId}`}))`)
}

/** One customer's methods change one after another, since one of them is the default. */
export async function lockWithOthers(tx: Tx, id: PaymentMethodId): Promise<PaymentMethod | undefined> {
  const known = await findPaymentMethod(tx, id)
  if (known === undefined) return undefined
  await lockMethodsOf(tx, known.customerId)
  return lockPaymentMethod(tx, id)
}

/** The same. Throws `NotFound` where there is none. */
export async function mustLock(tx: Tx, id: PaymentMethodId): Promise<PaymentMethod> {
  const method = await lockWithOthers(tx, id)
  if (method === undefined) throw new NotFound('payment method')
  return method
}

/** Held while an attempt with it is written down: it is not removed meanwhile. */
export function shareMethod(tx: Tx, id: PaymentMethodId): Promise<PaymentMethod | undefined> {
  return tx.maybe(sql<PaymentMethod>`
    select ${METHOD} from payments.payment_methods where company_id = ${tx.companyId} and id = ${id} for share`)
}

/** The same card or account that is kept already, by the processor's fingerprint of it. */
export async function findTwin(
  db: Db,
  customerId: CustomerId,
  { id, fingerprint }: Pick<PaymentMethod, 'id' | 'fingerprint'>,
): Promise<{ id: PaymentMethodId; isDefault: boolean } | undefined> {
  if (fingerprint === null) return undefined
  const [twin] = await db.many(sql<{ id: PaymentMethodId; isDefault: boolean }>`
    select id, is_default "isDefault" from payments.payment_methods
    where company_id = ${db.companyId} and customer_id = ${customerId} and fingerprint = ${fingerprint} and id <> ${id}
      and state <> 'removed' order by is_default desc, id limit 1`)
  return twin
}

/** What was the same card or account, kept before a method came, and gave it its place. */
export async function findReplaced(db: Db, id: PaymentMethodId): Promise<PaymentMethodId | undefined> {
  const replaced = await db.maybe(sql<{ id: PaymentMethodId }>`
    select old.id from payments.payment_methods old
    join payments.payment_methods new on new.company_id = old.company_id and new.customer_id = old.customer_id
      and new.fingerprint = old.fingerprint
    where new.company_id = ${db.companyId} and new.id = ${id} and old.id <> new.id
      and old.reason = 'replaced' and old.removed_at = new.created_at
    limit 1`)
  return replaced?.id
}

export async function findMethodByReference(db: Db, reference: string): Promise<PaymentMethodId | undefined> {
  const row = await db.maybe(sql<{ id: PaymentMethodId }>`
    select id from payments.payment_methods
    where company_id = ${db.companyId} and processor_reference = ${reference}`)
  return row?.id
}

/** Those of a customer that are kept, the default first, then the newest. */
export function listPaymentMethods(db: Db, customerId: CustomerId): Promise<PaymentMethod[]> {
  return db.many(sql<PaymentMethod>`
    select ${METHOD} from payments.payment_methods
    where company_id = ${db.companyId} and customer_id = ${customerId} and state <> 'removed'
    order by is_default desc, id desc`)
}

/** Writes what may change of it, over the state that it was in. */
export async function saveMethod(tx: Tx, before: PaymentMethod, after: PaymentMethod): Promise<void> {
  await tx.change(sql`
    update payments.payment_methods set state = ${after.state}, is_default = ${after.isDefault}, brand = ${after.brand},
      bank_name = ${after.bankName}, last4 = ${after.last4}, exp_month = ${after.expMonth}, exp_year = ${after.expYear},
      fingerprint = ${after.fingerprint}, reason = ${after.reason}, warned_at = ${after.warnedAt},
      removed_at = ${after.removedAt}
    where company_id = ${tx.companyId} and id = ${before.id} and state = ${before.state}`)
}

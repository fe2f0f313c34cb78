import type { CustomerId } from '../customers/index.ts'
import { type Db, sql, type Tx } from '../lib/db/index.ts'
import type { Id } from '../lib/ids.ts'
import type { Payment, PaymentId } from '../payments/index.ts'

/** A payment's own id where its bank took it back, else that of the dispute which was lost. */
export type ChargeBackId = Id<'pay'> | Id<'dsp'>

export interface ChargeBack {
  id: ChargeBackId
  /** What of it neither an invoice, a credit nor a recovery invoice stands for. Minor units. */
  loss: bigint
  writtenOff: boolean
}

/** What was taken back of a payment, newest first. */
export function lockChargeBacks(tx: Tx, paymentId: PaymentId): Promise<ChargeBack[]> {
  return tx.many(sql<ChargeBack>`
    select id, loss, written_off "writtenOff" from receivables.charge_backs
    where company_id = ${tx.companyId} and payment_id = ${paymentId} order by id desc for update`)
}

export async function addChargeBack(
  tx: Tx,
  chargeBack: ChargeBack & { paymentId: PaymentId; amount: bigint },
): Promise<void> {
  const { id, paymentId, amount, loss, writtenOff } = chargeBack
  await tx.change(sql`
    insert into receivables.charge_backs (company_id, id, payment_id, amount, loss, written_off)
    values (${tx.companyId}, ${id}, ${paymentId}, ${amount}, ${loss}, ${writtenOff})`)
}

/** Adds to what was lost; less than zero where it is claimed or covered after all. */
export async function addLoss(tx: Tx, id: ChargeBackId, amount: bigint): Promise<void> {
  if (amount === 0n) return
  await tx.change(sql`
    update receivables.charge_backs set loss = loss + ${amount} where company_id = ${tx.companyId} and id = ${id}`)
}

/** What of it is lost, under lock. */
export async function lockLoss(tx: Tx, id: ChargeBackId): Promise<bigint> {
  const { loss } = await tx.one(sql<{ loss: bigint }>`
    select loss from receivables.charge_backs where company_id = ${tx.companyId} and id = ${id} for update`)
  return loss
}

/** What may be claimed anew of a payment that is taken back, and of whom; undefined where of nobody. */
export interface Recoverable {
  customerId: CustomerId
  /** What was refunded, as far as no recovery invoice claimed it before. Minor units. */
  amount: bigint
}

/**
 * What went back of a payment by refunds that arrived. Not what a refund took off the sale: there the invoice stands as
 * settled, and is owed again. A wire is taken back by a person, who says that it never came: of that nobody owes anything.
 */
export async function findRecoverable(db: Db, payment: Payment): Promise<Recoverable | undefined> {
  if (payment.method === 'wire') return undefined
  const customerId = await findCustomerOf(db, payment.id)
  if (customerId === undefined) return undefined
  const { amount } = await db.one(sql<{ amount: bigint }>`
    select greatest(0, coalesce((
        select sum(a.amount) from receivables.refund_allocations a
        join payments.refunds_view r on r.company_id = a.company_id and r.id = a.refund_id
        where a.company_id = ${db.companyId} and r.payment_id = ${payment.id} and r.state = 'succeeded'
          and a.reduces is null), 0)
      - coalesce((
        select sum(i.total) from receivables.invoices i
        join receivables.charge_backs c on c.company_id = i.company_id and c.id = i.charge_back_id
        where i.company_id = ${db.companyId} and c.payment_id = ${payment.id} and i.state <> 'void'), 0))::bigint amount`)
  return { customerId, amount }
}

/** Whose payment it is: by what it settled, or by the credit that it became. */
export async function findCustomerOf(db: Db, paymentId: PaymentId): Promise<CustomerId | undefined> {
  const found = await db.maybe(sql<{ id: CustomerId }>`
    select id from (
      select p.customer_id id from receivables.applications a
      join receivables.payables p on p.company_id = a.company_id and p.id = a.payable_id
      where a.company_id = ${db.companyId} and a.source_id = ${paymentId}
      union all
      select customer_id from receivables.credits where company_id = ${db.companyId} and payment_id = ${paymentId}) found
    where id is not null limit 1`)
  return found?.id
}

import { type Db, sql, type Tx } from '../lib/db/index.ts'
import type { PaymentId } from '../payments/index.ts'
import type { Payable, PayableId } from './payables.queries.ts'

/** What an attempt holds (or held) of a payable, with the payable as it is under lock. */
export interface HeldPayable
  extends Pick<Payable, 'kind' | 'label' | 'customerId' | 'open' | 'inFlight' | 'detail'> {
  payableId: PayableId
  /** Of an invoice: its UNTDID 1001 code. */
  typeCode: string | null
  /** Of a recovery invoice: what it was raised by. */
  recovers: string | null
  amount: bigint
  state: 'active' | 'released' | 'consumed'
}

/** Locks, in id order, every payable that an attempt reserved. */
export function lockHeld(tx: Tx, paymentId: string): Promise<HeldPayable[]> {
  return tx.many(sql<HeldPayable>`
    select r.payable_id "payableId", r.amount, r.state, p.kind, p.label, p.customer_id "customerId", p.open,
      p.in_flight "inFlight", p.detail, i.type_code "typeCode", i.recovers_payment_id "recovers"
    from receivables.reservations r
    join receivables.payables p on p.company_id = r.company_id and p.id = r.payable_id
    left join receivables.invoices i on i.company_id = p.company_id and i.id = p.id
    where r.company_id = ${tx.companyId} and r.payment_id = ${paymentId}
    order by p.id for update of p`)
}

/** What an attempt reserved, whatever became of it. */
export async function listReserved(db: Db, paymentId: string): Promise<PayableId[]> {
  const rows = await db.many(sql<{ id: PayableId }>`
    select payable_id id from receivables.reservations
    where company_id = ${db.companyId} and payment_id = ${paymentId} order by payable_id`)
  return rows.map(({ id }) => id)
}

/** The attempts that reserved of a payable, whatever became of them, the first one first. */
export async function listAttempts(db: Db, id: PayableId): Promise<PaymentId[]> {
  const rows = await db.many(sql<{ id: PaymentId }>`
    select payment_id id from receivables.reservations
    where company_id = ${db.companyId} and payable_id = ${id} order by payment_id`)
  return rows.map(({ id: payment }) => payment)
}

/** Ends the active reservations of an attempt. */
export async function endReservations(
  tx: Tx,
  paymentId: string,
  state: 'released' | 'consumed',
): Promise<void> {
  await tx.change(
    sql`
    update receivables.reservations set state = ${state}
    where company_id = ${tx.companyId} and payment_id = ${paymentId} and state <> 'consumed'`,
    undefined,
  )
}

import { sql, type Tx } from '../lib/db/index.ts'
import { newId } from '../lib/ids.ts'
import { sumAmounts } from '../lib/money.ts'
import { changePayables } from './change-payables.ts'
import { AmountChanged, NothingIsOwed, PaymentUnderWay } from './errors.ts'
import { lockPayables, type Payable, type PayableId } from './payables.queries.ts'

/**
 * Locks what an attempt would pay and checks that all of it is free: due − settled − in flight is what may be
 * charged. A page that shows another total than `expected` is told the new one; a debt that another attempt
 * holds is not charged again.
 */
export async function lockForCharge(tx: Tx, ids: readonly PayableId[], expected: bigint): Promise<Payable[]> {
  const payables = await lockPayables(tx, ids)
  if (payables.some(({ inFlight }) => inFlight > 0n)) {
    throw new PaymentUnderWay(
      'A payment for this is being made right now. Nothing was charged; please wait for its result.',
    )
  }
  const total = sumAmounts(payables.map(({ open }) => open))
  if (total === 0n) throw new NothingIsOwed('Nothing is owed here any more. Nothing was charged.')
  if (total !== expected) {
    throw new AmountChanged(
      'The amount has changed since the page was shown. Nothing was charged; look at the new amount.',
      {
        field: 'amount',
        details: { amount: Number(total) },
      },
    )
  }
  return payables
}

/** Holds locked payables for an attempt until its outcome is known. */
export async function reservePayables(
  tx: Tx,
  paymentId: string,
  payables: readonly Payable[],
): Promise<void> {
  const held = payables.filter(({ open }) => open > 0n)
  await reserve(
    tx,
    paymentId,
    held.map(({ id, open }) => ({ id, amount: open })),
  )
}

/** What of a locked payable is to be held. Minor units. */
export interface Held {
  id: PayableId
  amount: bigint
}

/** Holds parts of locked payables for a payment. */
export async function reserve(tx: Tx, paymentId: string, held: readonly Held[]): Promise<void> {
  if (held.length === 0) return
  await Promise.all([
    changePayables(
      tx,
      held.map(({ id, amount }) => ({ id, inFlight: amount })),
    ),
    tx.change(
      sql`
      insert into receivables.reservations (company_id, id, payment_id, payable_id, amount, state)
      select ${tx.companyId}, r.id, ${paymentId}, r.payable_id, r.amount, 'active'
      from unnest(${held.map(() => newId())}::uuid[], ${held.map(({ id }) => id)}::uuid[],
        ${held.map(({ amount }) => amount)}::bigint[]) r(id, payable_id, amount)`,
      held.length,
    ),
  ])
}

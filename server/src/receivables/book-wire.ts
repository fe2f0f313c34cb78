import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { type BookedWire, type Payment, receiveWire, startWire } from '../payments/index.ts'
import { lockPayables, type Payable, type PayableId } from './payables.queries.ts'
import { type Held, reserve } from './reserve-payables.ts'
import { freeOf } from './settle-by-credit.ts'

/** A wire with what it is for: these payables in this order, and the customer whose credit the rest is. */
export interface WireOrder extends BookedWire {
  payables: readonly PayableId[]
  customerId: string | null
}

/**
 * Books a wire that came to the company's own bank. It settles what is open of what it is for, one after the other; what
 * another attempt holds is left to that one. The rest is the customer's credit. Money that came is never refused for
 * being too much or too little.
 */
export async function bookWire(tx: Tx, actor: Actor, now: Date, order: WireOrder): Promise<Payment> {
  const payables = await lockPayables(tx, order.payables)
  const held = shareOut(order, payables)
  const payment = await startWire(tx, actor, now, order)
  await reserve(tx, payment.id, held)
  return receiveWire(tx, actor, now, payment)
}

/**
 * How an amount goes to locked payables, one after the other, to what is open of each and not promised to an attempt.
 * Throws where one is in another currency or of another customer.
 */
export function shareOut(
  order: Pick<WireOrder, 'payables' | 'amount' | 'currency' | 'customerId'>,
  payables: readonly Payable[],
): Held[] {
  for (const id of order.payables) check(order, find(payables, id))
  let left = order.amount
  return order.payables
    .map((id) => {
      const free = freeOf(find(payables, id))
      const held = free < left ? free : left
      left -= held
      return { id, amount: held }
    })
    .filter((held) => held.amount > 0n)
}

/** Holds for a wire that came what it is for, until it is booked in the same transaction. */
export async function earmark(
  tx: Tx,
  { id, amount, currency }: Payment,
  order: Pick<WireOrder, 'payables' | 'customerId'>,
): Promise<void> {
  const payables = await lockPayables(tx, order.payables)
  await reserve(tx, id, shareOut({ ...order, amount, currency }, payables))
}

function find(payables: readonly Payable[], id: PayableId): Payable {
  const payable = payables.find((row) => row.id === id)
  if (payable === undefined) throw new NotFound('invoice')
  return payable
}

function check(
  order: Pick<WireOrder, 'currency' | 'customerId'>,
  { label, currency, customerId }: Payable,
): void {
  if (currency !== order.currency)
    throw new InvalidRequest(
      `${label} is in ${currency}, and the wire in ${order.currency}. Nothing was booked; book the wire for the customer alone, then it is credit.`,
      { field: 'currency' },
    )
  if (customerId !== order.customerId)
    throw new InvalidRequest(`${label} is not of this customer. Nothing was booked.`, { field: 'invoices' })
}

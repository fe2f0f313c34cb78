import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { findInvoices, type InvoiceId, lockPayables, voidInvoice } from '../receivables/index.ts'
import { OrderMoneyMoved } from './errors.ts'
import { orderCanceled } from './events.ts'
import { holdOrder } from './hold-order.ts'
import type { Order, OrderId } from './orders.queries.ts'

/**
 * Cancels an order, and voids its invoice. Refused while money for it is on its way or kept: what was paid is refunded
 * first, so that the sale is taken back.
 */
export async function cancelOrder(
  tx: Tx,
  actor: Actor,
  now: Date,
  id: OrderId,
  reason: string | null,
): Promise<Order> {
  const { order, to } = await holdOrder(tx, id, 'cancel')
  if (order.invoiceId !== null) await giveUp(tx, actor, now, order, order.invoiceId)
  await Promise.all([
    tx.change(sql`
      update sales.orders set state = ${to}, canceled_at = ${now}
      where company_id = ${tx.companyId} and id = ${id} and state = ${order.state}`),
    emit(tx, actor, orderCanceled, id, { reason }),
  ])
  return { ...order, state: to, canceledAt: now }
}

async function giveUp(tx: Tx, actor: Actor, now: Date, order: Order, invoiceId: InvoiceId): Promise<void> {
  const [payable] = await lockPayables(tx, [invoiceId])
  const [invoice] = await findInvoices(tx, [invoiceId])
  if (payable === undefined || invoice === undefined || invoice.state !== 'open') return
  const { number } = order
  if (payable.inFlight > 0n)
    throw new OrderMoneyMoved(
      `A payment of ${number} is on its way, so it cannot be canceled. Nothing was changed; wait for its result.`,
    )
  // A refund that took the sale back leaves nothing to void.
  if (payable.settled > 0n && invoice.reduced >= payable.settled && payable.open === 0n) return
  if (payable.settled > 0n)
    throw new OrderMoneyMoved(
      `${number} is paid at least in part, so it cannot be canceled. Nothing was changed; refund its payment first, with the sale taken back, or take the credit off its invoice.`,
      { details: { settled: Number(payable.settled), currency: order.currency.toLowerCase() } },
    )
  await voidInvoice(tx, actor, now, invoiceId)
}

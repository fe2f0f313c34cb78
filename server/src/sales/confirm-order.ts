import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { orderConfirmed } from './events.ts'
import { holdOrder } from './hold-order.ts'
import { invoiceLocked } from './invoice-order.ts'
import type { Order, OrderId } from './orders.queries.ts'

/** A person confirms an order, paid or not. What it comes to is owed from now on: its invoice is issued. */
export async function confirmOrder(
  tx: Tx,
  actor: Actor,
  now: Date,
  id: OrderId,
  revision: number | undefined,
): Promise<Order> {
  const { order, to } = await holdOrder(tx, id, 'confirm', revision)
  const invoiceId = await invoiceLocked(tx, actor, now, order)
  await Promise.all([
    tx.change(sql`
      update sales.orders set state = ${to}, confirmed_at = ${now}
      where company_id = ${tx.companyId} and id = ${id} and state = ${order.state}`),
    emit(tx, actor, orderConfirmed, id, { by: 'person', payment_id: null }),
  ])
  return { ...order, state: to, confirmedAt: now, invoiceId }
}

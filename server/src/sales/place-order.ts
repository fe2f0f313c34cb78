import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { orderPlaced } from './events.ts'
import { holdOrder } from './hold-order.ts'
import type { Order, OrderId } from './orders.queries.ts'

/** A draft is complete: it may be invoiced, paid and confirmed. */
export async function placeOrder(tx: Tx, actor: Actor, id: OrderId): Promise<Order> {
  const { order, to } = await holdOrder(tx, id, 'place')
  await Promise.all([
    tx.change(sql`
      update sales.orders set state = ${to}
      where company_id = ${tx.companyId} and id = ${id} and state = ${order.state}`),
    emit(tx, actor, orderPlaced, id, {}),
  ])
  return { ...order, state: to }
}

import type { Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { next } from '../lib/state.ts'
import { OrderRevised } from './errors.ts'
import { type OrderEvent, type OrderState, orderStates } from './order.state.ts'
import { lockOrder, type Order, type OrderId } from './orders.queries.ts'

/** Locks an order for what is to happen to it. Refused where its state or its revision is another than the caller's. */
export async function holdOrder(
  tx: Tx,
  id: OrderId,
  event: OrderEvent,
  revision?: number,
): Promise<{ order: Order; to: OrderState }> {
  const order = await lockOrder(tx, id)
  if (order === undefined) throw new NotFound('order')
  const to = next('sales order', orderStates, order.state, event)
  if (revision !== undefined && revision !== order.revision) {
    throw new OrderRevised(
      `${order.number} was edited by someone else meanwhile. Nothing was changed; look at it as it is now.`,
      { field: 'revision', details: { revision: order.revision } },
    )
  }
  return { order, to }
}

import { type CustomerId, findCustomer } from '../customers/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { Currency } from '../lib/currencies.ts'
import type { Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { orderCreated } from './events.ts'
import type { OrderTerms } from './order-terms.ts'
import type { Order } from './orders.queries.ts'
import { priceOrder, writeOrder } from './write-order.ts'

export interface NewOrder {
  customerId: CustomerId
  currency: Currency
  /** It is still being written: neither invoiced nor confirmed before it is placed. */
  isDraft: boolean
  poNumber: string | null
  wantedOn: string | null
  note: string | null
  terms: OrderTerms
}

/** Takes an order of a customer, under the next number of the company's own series, with no gap. */
export async function createOrder(tx: Tx, actor: Actor, now: Date, order: NewOrder): Promise<Order> {
  const customer = await findCustomer(tx, order.customerId)
  if (customer === undefined) throw new NotFound('customer')
  const { currency, poNumber, wantedOn, note } = order
  const created = await writeOrder(
    tx,
    now,
    {
      id: newId<'ord'>(),
      customerId: customer.id,
      customerName: customer.name,
      state: order.isDraft ? 'draft' : 'unconfirmed',
      currency,
      poNumber,
      wantedOn,
      note,
    },
    priceOrder(order.terms, currency),
  )
  await emit(tx, actor, orderCreated, created.id, {
    number: created.number,
    customer_id: customer.id,
    total: created.total,
    currency,
    draft: order.isDraft,
  })
  return created
}

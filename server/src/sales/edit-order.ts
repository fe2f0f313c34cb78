import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { editInvoice, findInvoices } from '../receivables/index.ts'
import { orderEdited } from './events.ts'
import { holdOrder } from './hold-order.ts'
import type { OrderTerms } from './order-terms.ts'
import { findOrder, listOrderLines, type Order, type OrderId } from './orders.queries.ts'
import { priceOrder, writeOrderRevision } from './write-order.ts'

export interface OrderEdit {
  /** The revision that the editor saw. */
  revision: number
  poNumber?: string | null | undefined
  wantedOn?: string | null | undefined
  note?: string | null | undefined
  /** Lines, discount, shipping and whether taxes are included: all together. Reads what is given once the order is held. */
  terms?: ((order: Order, products: OrderTerms['products']) => Promise<OrderTerms>) | undefined
}

/**
 * Edits an order that is not confirmed: its next revision. An invoice that it has already follows it under its number,
 * and is refused where that would be: while a payment is under way, and below what is settled of it.
 */
export async function editOrder(
  tx: Tx,
  actor: Actor,
  now: Date,
  id: OrderId,
  edit: OrderEdit,
): Promise<Order> {
  const { order: before } = await holdOrder(tx, id, 'edit', edit.revision)
  const lines = await listOrderLines(tx, before)
  const terms = await edit.terms?.(
    before,
    lines.map(({ productId }) => productId),
  )
  const priced = terms && priceOrder(terms, before.currency)
  const after: Order = {
    ...before,
    ...priced?.sums,
    revision: before.revision + 1,
    poNumber: edit.poNumber === undefined ? before.poNumber : edit.poNumber,
    wantedOn: edit.wantedOn === undefined ? before.wantedOn : edit.wantedOn,
    note: edit.note === undefined ? before.note : edit.note,
  }
  await writeOrderRevision(tx, after, priced?.lines ?? lines)
  await editItsInvoice(tx, actor, now, after, terms)
  await emit(tx, actor, orderEdited, id, {
    revision: after.revision,
    total_before: before.total,
    total_after: after.total,
    by_invoice: false,
  })
  const edited = await findOrder(tx, id)
  if (edited === undefined) throw new NotFound('order')
  return edited
}

async function editItsInvoice(
  tx: Tx,
  actor: Actor,
  now: Date,
  after: Order,
  terms: OrderTerms | undefined,
): Promise<void> {
  const [invoice] = after.invoiceId === null ? [] : await findInvoices(tx, [after.invoiceId])
  if (invoice === undefined || invoice.state === 'void') return
  await editInvoice(tx, actor, now, invoice.id, {
    revision: invoice.revision,
    terms,
    orderReference: after.poNumber ?? after.number,
    note: after.note,
  })
}

import { companyDay } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { Currency } from '../lib/currencies.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { next } from '../lib/state.ts'
import { createInvoice, findInvoices, type InvoiceId } from '../receivables/index.ts'
import { orderInvoiced } from './events.ts'
import { holdOrder } from './hold-order.ts'
import { orderStates } from './order.state.ts'
import { findOrder, listOrderLines, type Order, type OrderId } from './orders.queries.ts'

/**
 * The invoice by which an order is paid and told: the one that it has, or a new one where it has none or that one is
 * void. However often an order is sent or its payment tried, it is the same.
 */
export async function invoiceOrder(tx: Tx, actor: Actor, now: Date, id: OrderId): Promise<InvoiceId> {
  const seen = await findOrder(tx, id)
  if (seen !== undefined) {
    next('sales order', orderStates, seen.state, 'invoice')
    // Held only to be given one: whoever pays the one that it has locks that.
    const current = await currentInvoice(tx, seen)
    if (current !== undefined) return current
  }
  const { order } = await holdOrder(tx, id, 'invoice')
  return invoiceLocked(tx, actor, now, order)
}

async function currentInvoice(tx: Tx, { invoiceId }: Order): Promise<InvoiceId | undefined> {
  const [invoice] = invoiceId === null ? [] : await findInvoices(tx, [invoiceId])
  return invoice?.state === 'void' ? undefined : invoice?.id
}

/** As `invoiceOrder`, of an order that the caller holds. */
export async function invoiceLocked(tx: Tx, actor: Actor, now: Date, order: Order): Promise<InvoiceId> {
  const current = await currentInvoice(tx, order)
  if (current !== undefined) return current
  const lines = await listOrderLines(tx, order)
  const { id: invoiceId } = await createInvoice(tx, actor, now, {
    customerId: order.customerId,
    currency: order.currency as Currency,
    issuedOn: await companyDay(tx, now),
    dueOn: null,
    orderReference: order.poNumber ?? order.number,
    note: order.note,
    ...order.terms,
    lines,
  })
  await Promise.all([
    tx.change(sql`
      update sales.orders set invoice_id = ${invoiceId}
      where company_id = ${tx.companyId} and id = ${order.id} and invoice_id is not distinct from ${order.invoiceId}`),
    emit(tx, actor, orderInvoiced, order.id, { invoice_id: invoiceId }),
  ])
  return invoiceId
}

import { isDeepStrictEqual } from 'node:util'
import { sql, type Tx } from '../lib/db/index.ts'
import { type DomainEvent, emit } from '../lib/events.ts'
import {
  findInvoices,
  type InvoiceEdited,
  type InvoiceId,
  type InvoiceTerms,
  listLines,
} from '../receivables/index.ts'
import { orderEdited } from './events.ts'
import { listOrderLines, ORDER, type Order, type OrderLine } from './orders.queries.ts'
import { priceOrder, writeOrderRevision } from './write-order.ts'

/**
 * The invoice of an order that is not confirmed was edited by itself: the order says what it says now. One that is
 * confirmed keeps what was agreed. It hears invoice.edited, and of its own edits finds nothing new.
 */
export async function followOrderInvoiceEdit(tx: Tx, event: DomainEvent<InvoiceEdited>): Promise<void> {
  const invoiceId = event.subjectId as InvoiceId
  const before = await tx.maybe(sql<Order>`
    select ${ORDER} from sales.orders o
    where o.company_id = ${tx.companyId} and o.invoice_id = ${invoiceId} and o.state = 'unconfirmed' for update`)
  if (before === undefined) return
  const [[invoice], now, was] = await Promise.all([
    findInvoices(tx, [invoiceId]),
    listLines(tx, invoiceId),
    listOrderLines(tx, before),
  ])
  if (invoice?.terms == null) return
  const terms: Omit<InvoiceTerms, 'currency'> = {
    ...invoice.terms,
    lines: now.map(({ description, quantity, unit, unitPrice, taxes }) => ({
      description,
      quantity: quantity ?? '1',
      unit,
      unitPrice: unitPrice ?? '0',
      taxes: taxes ?? [],
    })),
  }
  const { sums, lines } = priceOrder(
    { ...terms, products: now.map((line) => productOf(was, line.description)) },
    before.currency,
  )
  const poNumber = invoice.orderReference === before.number ? before.poNumber : invoice.orderReference
  const after: Order = {
    ...before,
    ...sums,
    revision: before.revision + 1,
    poNumber,
    note: invoice.note,
  }
  const isNew =
    poNumber !== before.poNumber ||
    invoice.note !== before.note ||
    !isDeepStrictEqual(sums.terms, before.terms) ||
    !isDeepStrictEqual(lines.map(saying), was.map(saying))
  if (!isNew) return
  await writeOrderRevision(tx, after, lines)
  await emit(tx, event.actor, orderEdited, before.id, {
    revision: after.revision,
    total_before: before.total,
    total_after: after.total,
    by_invoice: true,
  })
}

function productOf(was: readonly OrderLine[], description: string): OrderLine['productId'] {
  return was.find((line) => line.description === description)?.productId ?? null
}

function saying({ description, quantity, unit, unitPrice, taxes }: Omit<OrderLine, 'position'>) {
  return { description, quantity, unit, unitPrice, taxes }
}

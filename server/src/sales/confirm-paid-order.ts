import { readSetting } from '../identity/index.ts'
import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { type DomainEvent, emit } from '../lib/events.ts'
import { cardsClear, clearsAtOnce, findPayment, type Payment, type PaymentId } from '../payments/index.ts'
import { findInvoices, type InvoicePaid, listReserved } from '../receivables/index.ts'
import { orderConfirmed } from './events.ts'
import type { OrderId } from './orders.queries.ts'
import { confirmOn } from './settings.ts'

/**
 * R-061 and A20 (e): what pays an order's invoice confirms the order, whoever pays it and however. A payment that is
 * under way confirms it where that is enough, and what takes the money back later does not undo that.
 */
export async function confirmPaidOrder(tx: Tx, event: DomainEvent<InvoicePaid>): Promise<void> {
  const { payment_id: paymentId, credit_id: creditId, at } = event.data
  // What was paid before it came here is of no order, and neither are most other invoices.
  if (paymentId === null && creditId === undefined) return
  if (!(await isAwaited(tx, event.subjectId))) return
  const payment = paymentId === null ? undefined : await findPayment(tx, paymentId as PaymentId)
  if (payment !== undefined && !(await isEnough(tx, payment))) return
  await confirm(tx, event.actor, new Date(at), [event.subjectId], payment)
}

/** The whole of it is submitted to its bank. It hears payment.processing. */
export async function confirmSubmittedOrder(tx: Tx, event: DomainEvent<Payment>): Promise<void> {
  if ((await readSetting(tx, confirmOn)) !== 'initiated') return
  await confirmCovered(tx, event.actor, event.data.createdAt, event.data)
}

/** Its money has cleared some time after it was paid. It hears payment.cleared. */
export async function confirmClearedOrder(tx: Tx, event: DomainEvent<Payment>): Promise<void> {
  await confirmCovered(tx, event.actor, event.data.clearedAt ?? event.data.createdAt, event.data)
}

async function isAwaited(tx: Tx, invoiceId: string): Promise<boolean> {
  const order = await tx.maybe(sql<{ id: OrderId }>`
    select id from sales.orders
    where company_id = ${tx.companyId} and invoice_id = ${invoiceId} and state = 'unconfirmed'`)
  return order !== undefined
}

async function isEnough(tx: Tx, payment: Payment): Promise<boolean> {
  if ((await readSetting(tx, confirmOn)) === 'initiated' || payment.clearedAt !== null) return true
  return clearsAtOnce(payment, await readSetting(tx, cardsClear))
}

async function confirmCovered(tx: Tx, actor: Actor, at: Date, payment: Payment): Promise<void> {
  const ids = await listReserved(tx, payment.id)
  const covered = (await findInvoices(tx, ids as Parameters<typeof findInvoices>[1]))
    .filter(({ due, settled, inFlight }) => due > 0n && settled + inFlight >= due)
    .map(({ id }) => id)
  await confirm(tx, actor, at, covered, payment)
}

async function confirm(
  tx: Tx,
  actor: Actor,
  at: Date,
  invoiceIds: readonly string[],
  payment: Payment | undefined,
): Promise<void> {
  if (invoiceIds.length === 0) return
  const confirmed = await tx.many(sql<{ id: OrderId }>`
    update sales.orders set state = 'confirmed', confirmed_at = ${at}
    where company_id = ${tx.companyId} and invoice_id = any(${invoiceIds}::uuid[]) and state = 'unconfirmed'
    returning id`)
  for (const { id } of confirmed)
    await emit(tx, actor, orderConfirmed, id, {
      by: payment === undefined ? 'credit' : 'payment',
      payment_id: payment?.id ?? null,
    })
}

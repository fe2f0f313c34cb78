import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { type InvoiceId, lockPayables } from '../receivables/index.ts'
import { invoiceOrder, type OrderId } from '../sales/index.ts'
import { createInvoiceRequest } from './create-request.ts'
import { RequestIsVoided } from './reminder-errors.ts'
import {
  findRequest,
  findRequestOfInvoice,
  lockRequest,
  type PaymentRequest,
  type RequestId,
} from './requests.queries.ts'

/** What staff charge: what a request asks for, or what is open of invoices. */
export type ChargeOf = { requestId: RequestId } | { invoiceIds: readonly InvoiceId[] }
/** What staff name that is to be paid: an order is paid by its invoice. */
export type PaidFor = ChargeOf | { orderId: OrderId }

/** What is charged of what was named. An order that has no invoice yet gets it. */
export async function chargedBy(tx: Tx, actor: Actor, now: Date, of: PaidFor): Promise<ChargeOf> {
  return 'orderId' in of ? { invoiceIds: [await invoiceOrder(tx, actor, now, of.orderId)] } : of
}

/**
 * The request under which staff charge it, locked; one invoice alone is charged under the request that asks for it
 * already, and invoices that none asks for get one that is never sent.
 */
export async function requestToCharge(tx: Tx, actor: Actor, of: ChargeOf): Promise<PaymentRequest> {
  const id = 'requestId' in of ? of.requestId : await requestOfInvoices(tx, of.invoiceIds)
  if (id === undefined) {
    const invoiceIds = 'invoiceIds' in of ? of.invoiceIds : []
    // For update from the start: two who shared them first would both wait for the other to charge.
    await lockPayables(tx, invoiceIds)
    return createInvoiceRequest(tx, actor, {
      invoiceIds,
      message: null,
      terms: { expiryMode: null, expiryHours: null, renewal: null, methods: null },
      attachmentIds: [],
      isCharged: true,
    })
  }
  const locked = await lockRequest(tx, id)
  const request = locked === undefined ? undefined : await findRequest(tx, id)
  if (request === undefined) throw new NotFound('payment request')
  if (request.state === 'voided')
    throw new RequestIsVoided('This request was voided, so nothing of it is charged. Nothing was charged.')
  return request
}

async function requestOfInvoices(tx: Tx, ids: readonly InvoiceId[]): Promise<RequestId | undefined> {
  const [only, ...more] = ids
  return only === undefined || more.length > 0 ? undefined : (await findRequestOfInvoice(tx, only))?.id
}

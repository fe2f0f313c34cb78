import type { Database, Db } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import { findMessage, type MessageId } from '../messaging/index.ts'
import { findPayment, findRefund, type PaymentId, type RefundId } from '../payments/index.ts'
import { findLink, findRequest, type LinkId, REQUEST_PURPOSE, type RequestId } from '../requests/index.ts'
import { addPriority } from './priorities.queries.ts'

/** Something a person should look at: unexpected money, a refused address, a refund that failed. */
export async function raisePriority(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  const type = event.type.slice(0, event.type.indexOf('.'))
  await database.write(companyId, async (tx) =>
    addPriority(tx, {
      kind: event.type,
      subject: { type, id: event.subjectId },
      requestId: await requestOf(tx, type, event.subjectId),
    }),
  )
}

/** An attempt failed and its request is still not paid: one priority for the request, however often it is tried. */
export async function raiseFailedPayment(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  await database.write(companyId, async (tx) => {
    const payment = await findPayment(tx, event.subjectId as PaymentId)
    if (payment?.state !== 'failed' || payment.purposeType !== REQUEST_PURPOSE) return
    const requestId = payment.purposeId as RequestId
    const request = await findRequest(tx, requestId)
    if (
      request === undefined ||
      request.settledAt !== null ||
      request.state === 'voided' ||
      request.open === 0n
    )
      return
    await addPriority(tx, {
      kind: event.type,
      subject: { type: 'payment_request', id: requestId },
      requestId,
      detail: { payment: payment.id, decline_code: payment.declineCode },
    })
  })
}

/** The request that a subject is about, where it is about one. */
async function requestOf(db: Db, type: string, id: string): Promise<RequestId | null> {
  if (type === 'payment_link') return (await findLink(db, id as LinkId))?.requestId ?? null
  if (type === 'refund') {
    const refund = await findRefund(db, id as RefundId)
    return refund === undefined ? null : requestOf(db, 'payment', refund.paymentId)
  }
  if (type === 'message') {
    const message = await findMessage(db, id as MessageId)
    if (message === undefined) return null
    if (message.subjectType === 'payment_request') return message.subjectId as RequestId
    return message.subjectType === 'payment' ? requestOf(db, 'payment', message.subjectId) : null
  }
  // What came as a credit is told by the payment that it came with.
  const payment = await findPayment(db, id as PaymentId)
  return payment?.purposeType === REQUEST_PURPOSE ? (payment.purposeId as RequestId) : null
}

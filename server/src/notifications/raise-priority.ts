import type { Database } from '../lib/db/index.ts'
import type { PastEvent } from '../lib/events.ts'
import type { CompanyId } from '../lib/ids.ts'
import { findPayment, findRefund, type PaymentId, type RefundId } from '../payments/index.ts'
import { findRequest, REQUEST_PURPOSE, type RequestId } from '../requests/index.ts'
import { addPriority } from './priorities.queries.ts'
import { requestOf } from './request-of.ts'

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

/** Money came that is not owed for anything. Of cash and cheques whoever booked them was told so. */
export async function raiseUnexpected(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  const payment = await database.read(companyId, (db) => findPayment(db, event.subjectId as PaymentId))
  if (payment?.tender == null) await raisePriority(database, companyId, event)
}

/** A refund did not arrive. One that somebody took out of the books again is no news to them. */
export async function raiseFailedRefund(
  database: Database,
  companyId: CompanyId,
  event: PastEvent,
): Promise<void> {
  const refund = await database.read(companyId, (db) => findRefund(db, event.subjectId as RefundId))
  if (refund?.givenBy === 'processor') await raisePriority(database, companyId, event)
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

import type { Db } from '../lib/db/index.ts'
import { findMessage, type MessageId } from '../messaging/index.ts'
import {
  type DisputeId,
  findDispute,
  findPayment,
  findRefund,
  type PaymentId,
  type RefundId,
} from '../payments/index.ts'
import { findLink, type LinkId, REQUEST_PURPOSE, type RequestId } from '../requests/index.ts'
import { findPriority, type PriorityId } from './priorities.queries.ts'

/** The request that a subject is about, where it is about one. */
export async function requestOf(db: Db, type: string, id: string): Promise<RequestId | null> {
  switch (type) {
    case 'payment_request':
      return id as RequestId
    case 'payment_link':
      return (await findLink(db, id as LinkId))?.requestId ?? null
    case 'priority':
      return (await findPriority(db, id as PriorityId))?.requestId ?? null
    case 'refund': {
      const refund = await findRefund(db, id as RefundId)
      return refund === undefined ? null : requestOf(db, 'payment', refund.paymentId)
    }
    case 'dispute': {
      const dispute = await findDispute(db, id as DisputeId)
      return dispute === undefined ? null : requestOf(db, 'payment', dispute.paymentId)
    }
    case 'message': {
      const message = await findMessage(db, id as MessageId)
      return message === undefined ? null : requestOf(db, message.subjectType, message.subjectId)
    }
    case 'payment':
    case 'credit': {
      // What came as a credit is told by the payment that it came with.
      const payment = await findPayment(db, id as PaymentId)
      return payment?.purposeType === REQUEST_PURPOSE ? (payment.purposeId as RequestId) : null
    }
    default:
      return null
  }
}

import type { CustomerId } from '../customers/index.ts'
import type { Actor } from '../lib/actor.ts'
import type { Db, Tx } from '../lib/db/index.ts'
import { InvalidRequest, NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import {
  CUSTOMER_PURPOSE,
  lockPayment,
  type Payment,
  type PaymentId,
  paymentEvents,
  redirectWire,
} from '../payments/index.ts'
import * as receivables from '../receivables/index.ts'
import { findRequest, listPayableIds, lockRequest, type RequestId } from './requests.queries.ts'
import { REQUEST_PURPOSE } from './settle-request.ts'

/** Says that a wire is for a request of its customer: that is settled as far as it goes, and the rest stays credit. */
export async function matchWire(
  tx: Tx,
  actor: Actor,
  now: Date,
  id: PaymentId,
  requestId: RequestId,
): Promise<Payment> {
  await lockRequest(tx, requestId)
  const request = await findRequest(tx, requestId)
  const wire = await lockWire(tx, id)
  if (request === undefined || request.customerId !== (await customerOf(tx, wire)))
    throw new NotFound('payment request')
  if (wire.purposeType === REQUEST_PURPOSE)
    throw new receivables.WireMatched(
      'This wire is matched already. What is over is credit of its customer: apply that, or take the match back first. Nothing was changed.',
    )
  if (request.currency !== wire.currency)
    throw new InvalidRequest(
      `The wire is in ${wire.currency}, and this is asked for in ${request.currency}. Nothing was changed.`,
      { field: 'payment_request' },
    )
  await receivables.matchWire(tx, actor, now, wire, await listPayableIds(tx, requestId))
  const purpose = { type: REQUEST_PURPOSE, id: requestId }
  await redirectWire(tx, id, purpose)
  const matched = { ...wire, purposeType: purpose.type, purposeId: purpose.id }
  await emit(tx, actor, paymentEvents.paymentMatched, id, matched)
  return matched
}

/** A match was wrong: what the wire had settled is open again, and all of it is its customer's credit. */
export async function unmatchWire(tx: Tx, actor: Actor, now: Date, id: PaymentId): Promise<Payment> {
  const wire = await lockWire(tx, id)
  const customerId = await customerOf(tx, wire)
  if (wire.purposeType !== REQUEST_PURPOSE || customerId === null)
    throw new receivables.WireMatched('This wire is matched to nothing. Nothing was changed.')
  await receivables.unmatchWire(tx, actor, now, wire, customerId)
  // It is told of what it had been for, and is for nothing from then on.
  await emit(tx, actor, paymentEvents.paymentUnmatched, id, wire)
  await redirectWire(tx, id, { type: CUSTOMER_PURPOSE, id: customerId })
  return { ...wire, purposeType: CUSTOMER_PURPOSE, purposeId: customerId }
}

async function lockWire(tx: Tx, id: PaymentId): Promise<Payment> {
  const payment = await lockPayment(tx, id)
  if (payment?.method !== 'wire' || payment.state !== 'succeeded') throw new NotFound('wire')
  return payment
}

/** Whose wire it is. */
export async function customerOf(db: Db, { purposeType, purposeId }: Payment): Promise<CustomerId | null> {
  if (purposeType === CUSTOMER_PURPOSE) return purposeId as CustomerId
  return (await findRequest(db, purposeId as RequestId))?.customerId ?? null
}

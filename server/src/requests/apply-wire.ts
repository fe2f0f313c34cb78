import type { CustomerId } from '../customers/index.ts'
import type { Tx } from '../lib/db/index.ts'
import type { DomainEvent } from '../lib/events.ts'
import { CUSTOMER_PURPOSE, type Payment, redirectWire } from '../payments/index.ts'
import { earmark } from '../receivables/index.ts'
import { listPayableIds, lockRequest } from './requests.queries.ts'
import { REQUEST_PURPOSE } from './settle-request.ts'
import { openRequestsOf } from './wire-candidates.ts'
import { hasReference } from './wire-reference.ts'

/**
 * A wire came: where its sender wrote the reference of one request of the customer, it is for that, whether it is as
 * much, less or more. Anything else is for a person to match.
 */
export async function applyWire(tx: Tx, event: DomainEvent<Payment>): Promise<void> {
  const payment = event.data
  const written = payment.wire?.reference ?? null
  if (written === null || payment.purposeType !== CUSTOMER_PURPOSE) return
  const customerId = payment.purposeId as CustomerId
  const named = (await openRequestsOf(tx, customerId, payment.currency)).filter(({ id }) =>
    hasReference(written, id),
  )
  const [request] = named
  if (request === undefined || named.length > 1) return
  await lockRequest(tx, request.id)
  await earmark(tx, payment, {
    targets: (await listPayableIds(tx, request.id)).map((payable) => ({ id: payable })),
    customerId,
  })
  await redirectWire(tx, payment.id, { type: REQUEST_PURPOSE, id: request.id })
}

import { sql, type Tx } from '../lib/db/index.ts'
import type { DomainEvent } from '../lib/events.ts'
import type { Payment } from '../payments/index.ts'
import type { RequestId } from './requests.queries.ts'
import { REQUEST_PURPOSE } from './settle-request.ts'
import { restand } from './standings.queries.ts'

/** The payment that had settled a request was taken back: it asks again, as if it had never been paid. */
export async function unsettleRequest(tx: Tx, event: DomainEvent<Payment>): Promise<void> {
  const payment = event.data
  if (payment.purposeType !== REQUEST_PURPOSE) return
  const requestId = payment.purposeId as RequestId
  await tx.many(sql`
    update requests.requests set settled_at = null
    where company_id = ${tx.companyId} and id = ${requestId} and settled_at is not null`)
  restand(tx, { requests: [requestId] })
}

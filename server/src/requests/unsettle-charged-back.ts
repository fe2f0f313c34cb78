import { sql, type Tx } from '../lib/db/index.ts'
import type { DomainEvent } from '../lib/events.ts'
import type { DisputedPayment } from '../payments/index.ts'
import type { RequestId } from './requests.queries.ts'
import { REQUEST_PURPOSE } from './settle-request.ts'
import { restand } from './standings.queries.ts'

/** A dispute was lost: where something of the request is owed again, it asks again. */
export async function unsettleChargedBack(tx: Tx, event: DomainEvent<DisputedPayment>): Promise<void> {
  const { payment } = event.data
  if (payment.purposeType !== REQUEST_PURPOSE) return
  const requestId = payment.purposeId as RequestId
  await tx.many(sql`
    update requests.requests set settled_at = null
    where company_id = ${tx.companyId} and id = ${requestId} and settled_at is not null and exists (
      select 1 from requests.items i
      join receivables.payables_view p on p.company_id = i.company_id and p.id = i.payable_id
      where i.company_id = ${tx.companyId} and i.request_id = ${requestId} and p.open > 0)`)
  restand(tx, { requests: [requestId] })
}

import { sql, type Tx } from '../lib/db/index.ts'
import { type DomainEvent, emit } from '../lib/events.ts'
import { CUSTOMER_PURPOSE, type Payment } from '../payments/index.ts'
import { assignCredit } from '../receivables/index.ts'
import { requestPaid } from './events.ts'
import type { RequestId } from './requests.queries.ts'
import { restand } from './standings.queries.ts'

/** The purpose under which requests start payments. */
export const REQUEST_PURPOSE = 'payment_request'

/** Marks a request settled when its payment has left nothing of it open. It hears payment.succeeded last. */
export async function settleRequest(tx: Tx, event: DomainEvent<Payment>): Promise<void> {
  const payment = event.data
  if (payment.purposeType === CUSTOMER_PURPOSE) await assignCredit(tx, payment.id, payment.purposeId)
  if (payment.purposeType !== REQUEST_PURPOSE) return
  const requestId = payment.purposeId as RequestId
  const settled = await tx.maybe(sql<{ id: RequestId }>`
    update requests.requests set settled_at = ${payment.settledAt}
    where company_id = ${tx.companyId} and id = ${requestId} and settled_at is null and not exists (
      select 1 from requests.items i
      join receivables.payables_view p on p.company_id = i.company_id and p.id = i.payable_id
      where i.company_id = ${tx.companyId} and i.request_id = ${requestId} and p.open > 0)
    returning id`)
  restand(tx, { requests: [requestId] })
  if (settled !== undefined) await emit(tx, event.actor, requestPaid, requestId, { payment_id: payment.id })
  await claimCredit(tx, payment, requestId)
}

/** What was paid though nothing was owed (K8) is credit of whom was asked. */
async function claimCredit(tx: Tx, payment: Payment, requestId: RequestId): Promise<void> {
  const request = await tx.maybe(sql<{ customerId: string | null }>`
    select customer_id "customerId" from requests.requests
    where company_id = ${tx.companyId} and id = ${requestId}`)
  if (request?.customerId) await assignCredit(tx, payment.id, request.customerId)
}

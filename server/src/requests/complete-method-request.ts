import { system } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { type DomainEvent, emit } from '../lib/events.ts'
import { findReplaced, type PaymentMethodId, removeMethod, type Setup } from '../payments/index.ts'
import { methodRequestCompleted } from './events.ts'
import { lockMethodRequest, type MethodRequestId } from './method-requests.queries.ts'

/**
 * What a form asked for was saved: the form is used. What comes by a form that was used or taken back meanwhile (two
 * tabs, an answer to the bank that came late) is not kept. It hears method_setup.succeeded in its transaction.
 */
export async function completeMethodRequest(
  tx: Tx,
  event: DomainEvent<{ setup: Setup; methodId: PaymentMethodId; at: Date }>,
): Promise<void> {
  const { setup, methodId, at } = event.data
  const request = await lockMethodRequest(tx, setup.purposeId as MethodRequestId)
  if (request === undefined) return
  if (request.state !== 'sent') {
    // Who had saved the same before would be left without it; and what this form saved may have come twice.
    const replaced = await findReplaced(tx, methodId)
    if (replaced === undefined) await removeMethod(tx, system, at, methodId, 'form_over')
    else
      await tx.change(
        sql`
          update requests.method_requests set payment_method_id = ${methodId}
          where company_id = ${tx.companyId} and id = ${request.id} and payment_method_id = ${replaced}`,
        undefined,
      )
    return
  }
  await tx.change(sql`
    update requests.method_requests set state = 'completed', completed_at = ${at}, payment_method_id = ${methodId}
    where company_id = ${tx.companyId} and id = ${request.id} and state = 'sent'`)
  await emit(tx, event.actor, methodRequestCompleted, request.id, {
    customer_id: request.customerId,
    payment_method_id: methodId,
  })
}

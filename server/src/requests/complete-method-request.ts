import { system } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { type DomainEvent, emit } from '../lib/events.ts'
import {
  findPaymentMethod,
  hasReplaced,
  type PaymentMethodId,
  removeMethod,
  type Setup,
} from '../payments/index.ts'
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
    // The same card came twice, and the second has taken the place of the first.
    const { paymentMethodId: first, id } = request
    const kept = first === null ? undefined : await findPaymentMethod(tx, first)
    if (kept?.reason === 'replaced') {
      await tx.change(sql`
        update requests.method_requests set payment_method_id = ${methodId}
        where company_id = ${tx.companyId} and id = ${id}`)
      return
    }
    // Else who had saved it before, in another way, would be left without it.
    if (!(await hasReplaced(tx, methodId))) await removeMethod(tx, system, at, methodId, 'form_over')
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

import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { next } from '../lib/state.ts'
import { methodRequestRevoked } from './events.ts'
import { methodRequestStates } from './method-request.state.ts'
import { lockMethodRequest, type MethodRequest, type MethodRequestId } from './method-requests.queries.ts'

/** Its form takes nothing any more. Taken back already, it stays so; one that was filled in cannot be. */
export async function revokeMethodRequest(tx: Tx, actor: Actor, id: MethodRequestId): Promise<MethodRequest> {
  const request = await lockMethodRequest(tx, id)
  if (request === undefined) throw new NotFound('request for a payment method')
  if (request.state === 'revoked') return request
  const state = next('request for a payment method', methodRequestStates, request.state, 'revoke')
  await tx.change(sql`
    update requests.method_requests set state = ${state}
    where company_id = ${tx.companyId} and id = ${id} and state = ${request.state}`)
  await emit(tx, actor, methodRequestRevoked, id, { customer_id: request.customerId })
  return { ...request, state }
}

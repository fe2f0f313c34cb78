import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { NotFound } from '../lib/errors.ts'
import { emit } from '../lib/events.ts'
import { next } from '../lib/state.ts'
import { type Payable, voidPayable } from '../receivables/index.ts'
import { requestVoided } from './events.ts'
import { endLinks } from './issue-link.ts'
import { requestStates } from './request.state.ts'
import { findRequest, lockRequest, type PaymentRequest, type RequestId } from './requests.queries.ts'

/**
 * Takes a request back: its links are revoked and nobody can pay by them. Its invoices stay open; a
 * quick or detailed one is its own document and is owed no more. Refused while a payment of such a one is under way.
 */
export async function voidRequest(tx: Tx, actor: Actor, id: RequestId): Promise<PaymentRequest> {
  const locked = await lockRequest(tx, id)
  if (locked === undefined) throw new NotFound('payment request')
  next('payment request', requestStates, locked.state, 'void')
  if (locked.kind !== 'invoice') await voidPayable(tx, id as Payable['id'])
  await endLinks(tx, actor, id, { event: 'revoke' })
  await Promise.all([
    tx.change(sql`
      update requests.requests set state = 'voided'
      where company_id = ${tx.companyId} and id = ${id} and state = ${locked.state}`),
    emit(tx, actor, requestVoided, id, {}),
  ])
  const voided = await findRequest(tx, id)
  if (voided === undefined) throw new NotFound('payment request')
  return voided
}

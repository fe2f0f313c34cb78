import type { Actor } from '../lib/actor.ts'
import { sql, type Tx } from '../lib/db/index.ts'
import { setDue } from '../lib/due.ts'
import { emit } from '../lib/events.ts'
import { newId } from '../lib/ids.ts'
import { setupStarted } from './method-events.ts'
import { SETUP, type Setup } from './setups.queries.ts'

/** The job that asks the processor about a try whose outcome is open. */
export const RESOLVE_SETUP = 'resolve_setup'
const FIRST_LOOK_MS = 60_000

/** Records a try to save, before the processor is called with its id as idempotency key. */
export async function startSetup(
  tx: Tx,
  actor: Actor,
  now: Date,
  order: Pick<Setup, 'purposeId' | 'customerId' | 'type' | 'confirmationToken' | 'payerAddress'>,
): Promise<Setup> {
  const id = newId<'set'>()
  const setup = await tx.one(sql<Setup>`
    insert into payments.method_setups (company_id, id, purpose_id, customer_id, type, confirmation_token, payer_address,
      state, created_at)
    values (${tx.companyId}, ${id}, ${order.purposeId}, ${order.customerId}, ${order.type}, ${order.confirmationToken},
      ${order.payerAddress}, 'created', ${now})
    returning ${SETUP}`)
  await Promise.all([
    setDue(tx, RESOLVE_SETUP, id, new Date(now.getTime() + FIRST_LOOK_MS)),
    emit(tx, actor, setupStarted, id, setup),
  ])
  return setup
}

import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { enqueue } from '../lib/outbox.ts'
import { next } from '../lib/state.ts'
import { lookAtExpiry } from './look-at-expiry.ts'
import { chooseDefault } from './make-default.ts'
import { methodRemoved } from './method-events.ts'
import { methodStates } from './payment-method.state.ts'
import { mustLock, type PaymentMethod, type PaymentMethodId, saveMethod } from './payment-methods.queries.ts'

/** The job that tells the processor that a method is kept no more. */
export const DETACH_METHOD = 'detach_method'

/**
 * It is never charged again, whatever was queued: a charge locks it and looks at its state before it is sent, and the
 * processor forgets it. Removing it again changes nothing. `reason` says why, where no person did it.
 */
export async function removeMethod(
  tx: Tx,
  actor: Actor,
  now: Date,
  id: PaymentMethodId,
  reason: 'replaced' | 'detached' | 'form_over' | null = null,
): Promise<PaymentMethod> {
  const method = await mustLock(tx, id)
  if (method.state === 'removed') return method
  const state = next('payment method', methodStates, method.state, 'remove')
  const after = { ...method, state, isDefault: false, reason: reason ?? method.reason, removedAt: now }
  await saveMethod(tx, method, after)
  await Promise.all([lookAtExpiry(tx, after), emit(tx, actor, methodRemoved, id, after)])
  if (reason !== 'detached') enqueue(tx, DETACH_METHOD, { subject_id: id })
  if (method.isDefault) await chooseDefault(tx, actor, method.customerId)
  return after
}

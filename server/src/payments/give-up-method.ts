import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { next } from '../lib/state.ts'
import { lookAtExpiry } from './look-at-expiry.ts'
import { chooseDefault } from './make-default.ts'
import { methodExpired, methodInvalidated } from './method-events.ts'
import { methodStates } from './payment-method.state.ts'
import { mustLock, type PaymentMethod, type PaymentMethodId, saveMethod } from './payment-methods.queries.ts'

/**
 * Its bank, or the processor, gave it up: a mandate was taken back, a card was lost, or has expired before its day.
 * Old news changes nothing.
 */
export async function giveUpMethod(
  tx: Tx,
  actor: Actor,
  id: PaymentMethodId,
  reason: string,
): Promise<PaymentMethod> {
  const method = await mustLock(tx, id)
  const event = reason === 'expired_card' ? 'expire' : 'invalidate'
  if (methodStates[method.state][event] === undefined) return method
  const state = next('payment method', methodStates, method.state, event)
  const after = { ...method, state, isDefault: false, reason }
  await saveMethod(tx, method, after)
  await Promise.all([
    lookAtExpiry(tx, after),
    emit(tx, actor, event === 'expire' ? methodExpired : methodInvalidated, id, after),
  ])
  if (method.isDefault) await chooseDefault(tx, actor, method.customerId)
  return after
}

import type { Actor } from '../lib/actor.ts'
import type { Tx } from '../lib/db/index.ts'
import { emit } from '../lib/events.ts'
import { next } from '../lib/state.ts'
import { expiryOf, lookAtExpiry } from './look-at-expiry.ts'
import { chooseDefault } from './make-default.ts'
import { methodExpired, methodExpiring } from './method-events.ts'
import { methodStates } from './payment-method.state.ts'
import { lockWithOthers, type PaymentMethodId, saveMethod } from './payment-methods.queries.ts'

/** A card expires next month, or has expired: said once each. Too early, it changes nothing. */
export async function expireMethod(tx: Tx, actor: Actor, now: Date, id: PaymentMethodId): Promise<void> {
  const method = await lockWithOthers(tx, id)
  const expiry = method === undefined ? null : expiryOf(method)
  if (method === undefined || expiry === null || method.state !== 'active') return
  if (now >= expiry.endsAt) {
    const state = next('payment method', methodStates, method.state, 'expire')
    const after = { ...method, state, isDefault: false }
    await saveMethod(tx, method, after)
    await emit(tx, actor, methodExpired, id, after)
    if (method.isDefault) await chooseDefault(tx, actor, method.customerId)
    return
  }
  if (now < expiry.warnAt || method.warnedAt !== null) return lookAtExpiry(tx, method)
  const after = { ...method, warnedAt: now }
  await saveMethod(tx, method, after)
  await Promise.all([lookAtExpiry(tx, after), emit(tx, actor, methodExpiring, id, after)])
}

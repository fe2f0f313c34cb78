import type { Stripe } from 'stripe'
import { newId } from '../ids.ts'
import { apiVersion, type World } from '../world.ts'

/** Who caused an event: a request of an account, or the sandbox itself. */
export type Cause = { world: World; account: string; requestId?: string; idempotencyKey?: string | null }

/** Stores an event and plans its webhooks. The object is copied as it is now. */
export function emit(
  cause: Cause,
  type: Stripe.Event.Type | 'sandbox.clock.advanced',
  object: object,
  previous?: object,
): Stripe.EventBase {
  const { world, account } = cause
  const event = {
    id: newId('evt'),
    object: 'event',
    ...(account === world.platformAccount ? {} : { account }),
    api_version: apiVersion,
    created: world.clock.now(),
    data: { object, ...(previous ? { previous_attributes: previous } : {}) } as Stripe.Event.Data,
    livemode: false,
    pending_webhooks: 0,
    request: { id: cause.requestId ?? null, idempotency_key: cause.idempotencyKey ?? null },
    type: type as Stripe.Event.Type,
  } satisfies Stripe.EventBase
  // The announcement of the clock is no event of the processor, but its delivery wants the body kept.
  world.store.put('event', type.startsWith('sandbox.') ? 'sandbox' : account, event)
  world.webhooks.plan(event, account)
  return event
}

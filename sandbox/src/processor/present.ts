import type { Kind, Kinds } from '../kinds.ts'
import type { Call } from './call.ts'

/** What of a PaymentIntent a client secret opens to a browser. */
const publicFields = [
  'id',
  'object',
  'amount',
  'amount_details',
  'automatic_payment_methods',
  'canceled_at',
  'cancellation_reason',
  'capture_method',
  'client_secret',
  'confirmation_method',
  'created',
  'currency',
  'description',
  'last_payment_error',
  'livemode',
  'next_action',
  'payment_method',
  'payment_method_types',
  'processing',
  'receipt_email',
  'setup_future_usage',
  'shipping',
  'source',
  'status',
]

/** An object as this caller sees it now. */
export function present<K extends Kind>(call: Call, kind: K, object: Kinds[K]): unknown {
  if (kind === 'balance_transaction') {
    const { payout: _payout, ...transaction } = object as Kinds['balance_transaction']
    return {
      ...transaction,
      status: transaction.available_on <= call.world.clock.now() ? 'available' : 'pending',
    }
  }
  if (kind === 'webhook_endpoint') {
    const { secret: _secret, ...rest } = object as Kinds['webhook_endpoint']
    return rest
  }
  if (kind === 'event') {
    const event = object as Kinds['event']
    return { ...event, pending_webhooks: call.world.webhooks.pendingOf(event.id) }
  }
  if (kind === 'payment_intent' && call.publishable) {
    const intent = object as Kinds['payment_intent']
    return Object.fromEntries(Object.entries(intent).filter(([field]) => publicFields.includes(field)))
  }
  return object
}

export function presentList<K extends Kind>(call: Call, kind: K, list: { data: Kinds[K][] }): unknown {
  return { ...list, data: list.data.map((object) => present(call, kind, object)) }
}

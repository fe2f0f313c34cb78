import type Stripe from 'stripe'
import { WebhookRefused } from './errors.ts'
import type { ProcessorEvent } from './processor.ts'

/** A signature older than this is refused, so that nobody who once saw a webhook can play it again later. */
const WEBHOOK_TOLERANCE_SECONDS = 300

/** Checks the signature over the raw body, and reads who and what of the event. Throws `WebhookRefused`. */
export function readStripeWebhook(
  stripe: Stripe,
  rawBody: Buffer,
  signature: string,
  secret: string,
): ProcessorEvent {
  let event: Stripe.Event
  try {
    event = stripe.webhooks.constructEvent(rawBody, signature, secret, WEBHOOK_TOLERANCE_SECONDS)
  } catch (error) {
    throw new WebhookRefused(
      `The signature does not fit: ${error instanceof Error ? error.message : 'unknown'}`,
    )
  }
  const object = eventObject(event)
  const related = object.payment_intent
  return {
    id: event.id,
    account: event.account ?? '',
    type: event.type,
    objectId: isName(object.id) ? object.id : '',
    relatedId:
      isName(object.customer) && event.type.includes('cash_balance')
        ? object.customer
        : typeof related === 'string'
          ? related
          : (related?.id ?? null),
    clockOffsetSeconds: typeof object.offset_seconds === 'number' ? object.offset_seconds : null,
  }
}

interface EventObject {
  id?: unknown
  customer?: unknown
  payment_intent?: string | { id: string } | null
  offset_seconds?: unknown
}

/** What is signed and still no event is refused: nothing is stored that could not be handled. */
function eventObject(event: Stripe.Event): EventObject {
  const known = event as unknown as {
    id?: unknown
    type?: unknown
    account?: unknown
    data?: { object?: unknown }
  } | null
  const object = known?.data?.object
  const isEvent =
    isName(known?.id) &&
    isName(known?.type) &&
    (known?.account === undefined || isName(known.account)) &&
    typeof object === 'object' &&
    object !== null
  if (!isEvent) throw new WebhookRefused('This is signed, but it is no event: nothing was stored.')
  return object
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 255
}

import { createHmac } from 'node:crypto'
import type { Stripe } from 'stripe'
import type { Clock } from '../clock.ts'
import type { Faults } from '../faults.ts'
import { newId } from '../ids.ts'
import type { Delivery } from '../kinds.ts'
import { everyAccount, type Store } from '../store.ts'

export type WebhookSender = {
  /** Plans the deliveries of an event; they start with the next `wake`, so after the change was written. */
  plan(event: Stripe.EventBase, account: string): void
  /** Starts what is due. Resolves when all tries under way are over. */
  wake(): Promise<void>
  /** Lets go what was held to be overtaken by a later event. */
  release(): void
  /** Tries a delivery again, whatever became of it. */
  resend(deliveryId: string): Promise<boolean>
  /** How many endpoints have yet to accept the event. */
  pendingOf(eventId: string): number
  /** How many deliveries are not over. */
  pending(): number
  stop(): Promise<void>
}

/** Business seconds between tries, about three days in all. */
const backoffSeconds = [5, 60, 300, 1800, 7200, 18000, 36000, 43200, 43200, 43200, 43200]
const answerTimeoutMs = 20_000
const atOnce = 16

type Options = { store: Store; clock: Clock; faults: Faults; platformAccount: string }

export function createWebhookSender({ store, clock, faults, platformAccount }: Options): WebhookSender {
  /** Deliveries that are not over, oldest first. */
  const open = new Map<string, Delivery>()
  const inFlight = new Map<string, Promise<void>>()
  /** System time in ms before which a delayed delivery stays home. */
  const notBefore = new Map<string, number>()
  const stopping = new AbortController()

  for (const delivery of store.all('delivery')) {
    if (delivery.state === 'held') delivery.state = 'pending'
    if (delivery.state === 'pending') open.set(delivery.id, delivery)
  }

  function planOne(event: Stripe.EventBase, endpoint: Stripe.WebhookEndpoint): void {
    const fault = faults.strike('webhook', { type: event.type })
    const copies = fault?.do === 'duplicate' ? 2 : 1
    for (let copy = 0; copy < copies; copy += 1) {
      const delivery: Delivery = {
        id: newId('whd'),
        created: clock.now(),
        event: event.id,
        type: event.type,
        endpoint: endpoint.id,
        url: endpoint.url,
        state: fault?.do === 'drop' ? 'dropped' : fault?.do === 'reorder' ? 'held' : 'pending',
        attempts: [],
        next_attempt_at: clock.now(),
      }
      if (delivery.state !== 'dropped') open.set(delivery.id, delivery)
      if (fault?.do === 'delay') notBefore.set(delivery.id, Date.now() + (fault.seconds ?? 5) * 1000)
      store.put('delivery', platformAccount, delivery)
    }
  }

  function isDue(delivery: Delivery): boolean {
    return (
      delivery.state === 'pending' &&
      !inFlight.has(delivery.id) &&
      (delivery.next_attempt_at ?? 0) <= clock.now() &&
      (notBefore.get(delivery.id) ?? 0) <= Date.now()
    )
  }

  function begin(delivery: Delivery): Promise<void> {
    const attempt = tryOnce(delivery).finally(() => inFlight.delete(delivery.id))
    inFlight.set(delivery.id, attempt)
    return attempt
  }

  async function tryOnce(delivery: Delivery): Promise<void> {
    const event = store.get('event', everyAccount, delivery.event)
    const endpoint = store.get('webhook_endpoint', everyAccount, delivery.endpoint)
    if (!event || !endpoint || endpoint.status !== 'enabled') {
      delivery.state = 'failed'
    } else {
      const body = JSON.stringify({ ...event, pending_webhooks: Math.max(1, pendingOf(event.id)) }, null, 2)
      const attempt = await post(endpoint, body, stopping.signal)
      if (stopping.signal.aborted) return
      delivery.attempts.push(attempt)
      const accepted = attempt.status !== null && attempt.status >= 200 && attempt.status < 300
      const wait = backoffSeconds[delivery.attempts.length - 1]
      delivery.state = accepted ? 'delivered' : wait === undefined ? 'failed' : 'pending'
      delivery.next_attempt_at = delivery.state === 'pending' ? clock.now() + (wait ?? 0) : null
    }
    if (delivery.state !== 'pending') open.delete(delivery.id)
    notBefore.delete(delivery.id)
    store.put('delivery', platformAccount, delivery)
    releaseHeld(delivery.endpoint)
    await store.flush()
  }

  /** A reordered event goes out once a later one has. */
  function releaseHeld(endpoint?: string): void {
    for (const held of open.values()) {
      if (held.state !== 'held' || (endpoint !== undefined && held.endpoint !== endpoint)) continue
      held.state = 'pending'
      held.next_attempt_at = clock.now()
      store.put('delivery', platformAccount, held)
    }
  }

  async function wake(): Promise<void> {
    do {
      for (const delivery of [...open.values()]) {
        if (inFlight.size >= atOnce) break
        if (isDue(delivery)) void begin(delivery)
      }
      await Promise.all(inFlight.values())
    } while (!stopping.signal.aborted && [...open.values()].some(isDue))
  }

  function pendingOf(eventId: string): number {
    let pending = 0
    for (const delivery of open.values()) if (delivery.event === eventId) pending += 1
    return pending
  }

  return {
    plan(event, account) {
      for (const endpoint of store.all('webhook_endpoint', platformAccount)) {
        if (listens(endpoint, event, account === platformAccount)) planOne(event, endpoint)
      }
    },
    wake,
    release: () => releaseHeld(),
    pendingOf,
    pending: () => open.size,
    async resend(deliveryId) {
      const delivery = open.get(deliveryId) ?? store.get('delivery', everyAccount, deliveryId)
      if (!delivery) return false
      delivery.state = 'pending'
      delivery.next_attempt_at = clock.now()
      open.set(delivery.id, delivery)
      await (inFlight.get(delivery.id) ?? begin(delivery))
      return true
    },
    async stop() {
      stopping.abort()
      await Promise.allSettled(inFlight.values())
    },
  }
}

function listens(endpoint: Stripe.WebhookEndpoint, event: Stripe.EventBase, ofPlatform: boolean): boolean {
  if (endpoint.status !== 'enabled') return false
  // The clock is the sandbox's own: whoever listens at all must know what time it is.
  if (event.type === ('sandbox.clock.advanced' as string)) return true
  if ((endpoint.application !== null) === ofPlatform) return false
  return endpoint.enabled_events.includes('*') || endpoint.enabled_events.includes(event.type)
}

/** The header that the receiver verifies; `t` is the system's time, since the receiver's tolerance is. */
function signatureHeader(body: string, secret: string, at = Math.floor(Date.now() / 1000)): string {
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')
  return `t=${at},v1=${signature}`
}

async function post(endpoint: Stripe.WebhookEndpoint, body: string, stopping: AbortSignal) {
  const begun = Date.now()
  try {
    const response = await fetch(endpoint.url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        'stripe-signature': signatureHeader(body, endpoint.secret ?? ''),
      },
      body,
      signal: AbortSignal.any([stopping, AbortSignal.timeout(answerTimeoutMs)]),
    })
    await response.body?.cancel()
    return { at: Math.floor(begun / 1000), status: response.status, error: null, ms: Date.now() - begun }
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const message = cause instanceof Error ? cause.message || cause.name : String(cause)
    return { at: Math.floor(begun / 1000), status: null, error: message, ms: Date.now() - begun }
  }
}

import type { Stripe } from 'stripe'
import { newId, randomText } from '../ids.ts'
import { apiVersion } from '../world.ts'
import { invalidRequest } from './api-error.ts'
import { type Call, load } from './call.ts'
import { listPage } from './lists.ts'
import { present, presentList } from './present.ts'
import { boolean, list, mergeMetadata, metadata, readParams, text } from './read-params.ts'

const shape = { description: text(), enabled_events: list(text()), metadata, url: text() }

export function createWebhookEndpoint(call: Call): unknown {
  const params = readParams(call.params, { ...shape, connect: boolean, api_version: text() }, [
    'url',
    'enabled_events',
  ])
  const endpoint = {
    id: newId('we'),
    object: 'webhook_endpoint',
    api_version: params.api_version ?? apiVersion,
    // The platform's Connect application, which marks an endpoint for connected accounts' events.
    application: params.connect ? 'ca_sandbox' : null,
    created: call.world.clock.now(),
    description: params.description ?? null,
    enabled_events: readEvents(params.enabled_events),
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    secret: `whsec_${randomText(32)}`,
    status: 'enabled',
    url: readUrl(params.url),
  } satisfies Stripe.WebhookEndpoint
  call.world.store.put('webhook_endpoint', call.account, endpoint)
  return endpoint
}

export function retrieveWebhookEndpoint(call: Call): unknown {
  readParams(call.params, {})
  return present(call, 'webhook_endpoint', load(call, 'webhook_endpoint', call.id))
}

export function updateWebhookEndpoint(call: Call): unknown {
  const endpoint = load(call, 'webhook_endpoint', call.id)
  const params = readParams(call.params, { ...shape, disabled: boolean })
  if (params.url) endpoint.url = readUrl(params.url)
  if (params.enabled_events) endpoint.enabled_events = readEvents(params.enabled_events)
  if (params.description !== undefined) endpoint.description = params.description
  if (params.disabled !== undefined) endpoint.status = params.disabled ? 'disabled' : 'enabled'
  endpoint.metadata = mergeMetadata(endpoint.metadata, params.metadata)
  call.world.store.put('webhook_endpoint', call.account, endpoint)
  return present(call, 'webhook_endpoint', endpoint)
}

export function deleteWebhookEndpoint(call: Call): unknown {
  const endpoint = load(call, 'webhook_endpoint', call.id)
  call.world.store.delete('webhook_endpoint', endpoint.id)
  return {
    id: endpoint.id,
    object: 'webhook_endpoint',
    deleted: true,
  } satisfies Stripe.DeletedWebhookEndpoint
}

export function listWebhookEndpoints(call: Call): unknown {
  return presentList(call, 'webhook_endpoint', listPage(call, 'webhook_endpoint'))
}

function readEvents(given: (string | null)[]): string[] {
  const events = given.filter((event) => event !== null)
  if (events.length === 0)
    throw invalidRequest('You must specify at least one event.', { param: 'enabled_events' })
  return events
}

function readUrl(given: string): string {
  const url = URL.parse(given)
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return given
  throw invalidRequest('Not a valid URL', { code: 'url_invalid', param: 'url' })
}

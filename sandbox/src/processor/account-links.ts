import { randomText } from '../ids.ts'
import type { World } from '../world.ts'
import { invalidRequest, missing } from './api-error.ts'
import type { Call } from './call.ts'
import { oneOf, readParams, text } from './read-params.ts'

const GOOD_FOR_SECONDS = 300

/** The address of the form that a business fills in: good once and for minutes, as the processor's own. */
export function createAccountLink(call: Call): unknown {
  const params = readParams(
    call.params,
    {
      account: text(),
      type: oneOf('account_onboarding', 'account_update'),
      refresh_url: text(),
      return_url: text(),
      collection_options: (param: unknown) => param,
    },
    ['account', 'type', 'refresh_url', 'return_url'],
  )
  const { world } = call
  if (!world.store.get('account', world.platformAccount, params.account))
    throw missing('account', params.account, 'account')
  for (const name of ['refresh_url', 'return_url'] as const) {
    if (!/^https?:$/.test(URL.parse(params[name])?.protocol ?? ''))
      throw invalidRequest('Not a valid URL', { code: 'url_invalid', param: name })
  }
  const created = world.clock.now()
  const link = {
    id: randomText(32),
    created,
    account: params.account,
    refresh_url: params.refresh_url,
    return_url: params.return_url,
    expires_at: created + GOOD_FOR_SECONDS,
    used: false,
  }
  world.store.put('account_link', world.platformAccount, link)
  return {
    object: 'account_link',
    created,
    expires_at: link.expires_at,
    url: `${world.url}/setup/${link.id}`,
  }
}

export function findAccountLink(world: World, id: string) {
  return world.store.get('account_link', world.platformAccount, id)
}

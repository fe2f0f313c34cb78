import type { Stripe } from 'stripe'
import type { Wallet } from '../browser/protocol.ts'
import { newId } from '../ids.ts'
import type { World } from '../world.ts'
import { invalidRequest } from './api-error.ts'
import { type Call, load } from './call.ts'
import { boolean, integer, readParams, text } from './read-params.ts'

/** Apple looks at a domain; of one whose name begins so it is not convinced. */
const UNVERIFIED = 'unverified.'

/** On which domains wallets may be shown. A domain that is registered twice is the same. */
export function createDomain(call: Call): unknown {
  const { domain_name: given, enabled } = readParams(call.params, { domain_name: text(), enabled: boolean }, [
    'domain_name',
  ])
  const name = (given ?? '').toLowerCase()
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(name))
    throw invalidRequest('The domain name is not one.', { param: 'domain_name' })
  const known = domainsOf(call.world, call.account).find(({ domain_name }) => domain_name === name)
  const active = { status: 'active' as const }
  const domain: Stripe.PaymentMethodDomain = {
    id: known?.id ?? newId('pmd'),
    object: 'payment_method_domain',
    amazon_pay: active,
    apple_pay: appleOf(name),
    created: known?.created ?? call.world.clock.now(),
    domain_name: name,
    enabled: enabled ?? true,
    google_pay: active,
    klarna: active,
    link: active,
    livemode: false,
    paypal: active,
  }
  call.world.store.put('payment_method_domain', call.account, domain)
  return domain
}

export function listDomains(call: Call): unknown {
  const { domain_name: name } = readParams(call.params, { domain_name: text(), limit: integer })
  const data = domainsOf(call.world, call.account).filter(
    (domain) => name === undefined || domain.domain_name === name,
  )
  return { object: 'list', url: call.path, has_more: false, data }
}

export function validateDomain(call: Call): unknown {
  readParams(call.params, {})
  const domain = load(call, 'payment_method_domain', call.id)
  domain.apple_pay = appleOf(domain.domain_name)
  call.world.store.put('payment_method_domain', call.account, domain)
  return domain
}

/** Which wallets a page of this domain may show: what the device has, as far as the domain is registered for it. */
export function walletsOn(world: World, account: string, domain: string): Wallet[] {
  const found = domainsOf(world, account).find((each) => each.domain_name === domain && each.enabled)
  return deviceWallets(world).filter((wallet) => found?.[wallet].status === 'active')
}

/** What the payers' devices have: nothing until somebody says so. */
export function deviceWallets(world: World): Wallet[] {
  const names = String(world.store.get('setting', '', 'wallets')?.value.names ?? '').split(' ')
  return (['apple_pay', 'google_pay'] as const).filter((wallet) => names.includes(wallet))
}

export function setDeviceWallets(world: World, wallets: readonly string[]): void {
  world.store.put('setting', '', { id: 'wallets', created: 0, value: { names: wallets.join(' ') } })
}

function domainsOf(world: World, account: string): Stripe.PaymentMethodDomain[] {
  return [...world.store.all('payment_method_domain', account)]
}

function appleOf(name: string): Stripe.PaymentMethodDomain['apple_pay'] {
  if (!name.startsWith(UNVERIFIED)) return { status: 'active' }
  return {
    status: 'inactive',
    status_details: { error_message: 'Apple could not verify this domain. Check that it is reachable.' },
  }
}

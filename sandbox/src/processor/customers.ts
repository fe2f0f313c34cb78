import type { Stripe } from 'stripe'
import { newId, randomText } from '../ids.ts'
import { type Call, load } from './call.ts'
import { emit } from './emit-event.ts'
import { listPage } from './lists.ts'
import { hash, list, mergeMetadata, metadata, readParams, text } from './read-params.ts'

const addressShape = {
  city: text(),
  country: text(),
  line1: text(),
  line2: text(),
  postal_code: text(),
  state: text(),
}
const shape = {
  address: hash(addressShape),
  description: text(),
  email: text(512),
  metadata,
  name: text(256),
  phone: text(20),
  preferred_locales: list(text()),
}

export function createCustomer(call: Call): unknown {
  const params = readParams(call.params, shape)
  const customer = {
    id: newId('cus'),
    object: 'customer',
    address: readAddress(params.address),
    balance: 0,
    created: call.world.clock.now(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: params.description ?? null,
    discount: null,
    email: params.email ?? null,
    invoice_prefix: randomText(8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    name: params.name ?? null,
    next_invoice_sequence: 1,
    phone: params.phone ?? null,
    preferred_locales: readLocales(params.preferred_locales),
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  } satisfies Stripe.Customer
  call.world.store.put('customer', call.account, customer)
  emit(call, 'customer.created', customer)
  return customer
}

export function retrieveCustomer(call: Call): unknown {
  readParams(call.params, {})
  return load(call, 'customer', call.id)
}

export function updateCustomer(call: Call): unknown {
  const customer = load(call, 'customer', call.id)
  const params = readParams(call.params, shape)
  if (params.address !== undefined) customer.address = readAddress(params.address)
  if (params.description !== undefined) customer.description = params.description
  if (params.email !== undefined) customer.email = params.email
  if (params.name !== undefined) customer.name = params.name
  if (params.phone !== undefined) customer.phone = params.phone
  if (params.preferred_locales !== undefined)
    customer.preferred_locales = readLocales(params.preferred_locales)
  customer.metadata = mergeMetadata(customer.metadata, params.metadata)
  call.world.store.put('customer', call.account, customer)
  emit(call, 'customer.updated', customer)
  return customer
}

export function listCustomers(call: Call): unknown {
  return listPage(call, 'customer', ['email'])
}

type GivenAddress = { [N in keyof typeof addressShape]?: string | null | undefined } | null | undefined

function readAddress(given: GivenAddress): Stripe.Address | null {
  if (!given) return null
  const { city = null, country = null, line1 = null, line2 = null, postal_code = null, state = null } = given
  return { city, country, line1, line2, postal_code, state }
}

function readLocales(given: (string | null)[] | undefined): string[] {
  return (given ?? []).filter((locale) => locale !== null)
}

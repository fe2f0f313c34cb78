import type { Kinds } from '../kinds.ts'
import { invalidRequest, missing } from './api-error.ts'
import type { Call } from './call.ts'
import { readCurrency } from './currencies.ts'
import { emit } from './emit-event.ts'
import { listPage } from './lists.ts'
import { makeAccount, makeBankAccount } from './make-account.ts'
import { beginOnboarding } from './onboarding.ts'
import {
  boolean,
  hash,
  mergeMetadata,
  metadata,
  oneOf,
  type Reader,
  readParams,
  text,
} from './read-params.ts'

const anyHash: Reader<unknown> = (param) => param
const bankShape = {
  object: oneOf('bank_account'),
  account_holder_name: text(),
  account_holder_type: oneOf('individual', 'company'),
  account_number: text(),
  country: text(2),
  currency: text(3),
  routing_number: text(),
}

const shape = {
  type: oneOf('standard', 'express', 'custom'),
  country: text(2),
  default_currency: text(3),
  email: text(800),
  business_type: oneOf('company', 'government_entity', 'individual', 'non_profit'),
  business_profile: hash({
    name: text(),
    url: text(),
    support_email: text(),
    mcc: text(),
    product_description: text(),
  }),
  capabilities: hash({
    card_payments: hash({ requested: boolean }),
    transfers: hash({ requested: boolean }),
    us_bank_account_ach_payments: hash({ requested: boolean }),
    affirm_payments: hash({ requested: boolean }),
    us_bank_transfer_payments: hash({ requested: boolean }),
  }),
  controller: anyHash,
  external_account: hash(bankShape),
  metadata,
  settings: hash({
    payments: hash({ statement_descriptor: text(22) }),
    card_payments: hash({ statement_descriptor_prefix: text(10) }),
    dashboard: hash({ display_name: text(), timezone: text() }),
    payouts: hash({ schedule: hash({ interval: oneOf('daily', 'manual') }) }),
  }),
}

const currencyOfCountry: { [country: string]: string } = {
  AU: 'aud',
  BR: 'brl',
  CA: 'cad',
  CH: 'chf',
  CN: 'cny',
  CZ: 'czk',
  DK: 'dkk',
  GB: 'gbp',
  HK: 'hkd',
  HU: 'huf',
  IN: 'inr',
  JP: 'jpy',
  MX: 'mxn',
  NO: 'nok',
  NZ: 'nzd',
  PL: 'pln',
  RO: 'ron',
  SE: 'sek',
  SG: 'sgd',
  US: 'usd',
}

export function createAccount(call: Call): unknown {
  const params = readParams(call.params, shape)
  const country = (params.country ?? 'US').toUpperCase()
  const byCountry = currencyOfCountry[country] ?? 'eur'
  const currency = readCurrency(params.default_currency ?? params.external_account?.currency ?? byCountry)
  const bank = params.external_account ? readCurrency(params.external_account.currency ?? currency) : currency
  const account = makeAccount(call.world, {
    type: params.type ?? 'standard',
    country,
    currencies: [...new Set([currency, bank])],
    email: params.email ?? null,
    name: params.business_profile?.name ?? params.settings?.dashboard?.display_name ?? null,
    statementDescriptor: params.settings?.payments?.statement_descriptor ?? null,
    statementPrefix: params.settings?.card_payments?.statement_descriptor_prefix ?? null,
    metadata: mergeMetadata({}, params.metadata),
    capabilities: capableOf(country, params.capabilities),
    payouts: params.settings?.payouts?.schedule?.interval ?? 'daily',
  })
  // One with a controller is somebody else's business, which fills in a form first; without one it may charge at once.
  if (params.controller !== undefined) return beginOnboarding(call.world, account)
  emit({ ...call, account: account.id }, 'account.updated', account)
  return account
}

/** What an account of a country may be able to beside cards: banks are debited in the United States alone. */
function capableOf(
  country: string,
  asked: { [name: string]: { requested?: boolean | undefined } | null | undefined } | null | undefined,
): string[] {
  const countries = {
    us_bank_account_ach_payments: ['US'],
    affirm_payments: ['US', 'CA'],
    us_bank_transfer_payments: ['US'],
  }
  return Object.entries(countries).flatMap(([name, where]) =>
    where.includes(country) && asked?.[name]?.requested ? [name] : [],
  )
}

export function createExternalAccount(call: Call): unknown {
  const { external_account: given } = readParams(
    call.params,
    { external_account: hash(bankShape), metadata },
    ['external_account'],
  )
  const account = findAccount(call, call.id)
  const bank = makeBankAccount(
    account.id,
    given.country ?? account.country ?? 'US',
    readCurrency(given.currency ?? 'usd'),
  )
  bank.default_for_currency = !account.external_accounts?.data.some(
    (other) => other.currency === bank.currency,
  )
  bank.last4 = given.account_number?.slice(-4) ?? bank.last4
  bank.routing_number = given.routing_number ?? bank.routing_number
  account.external_accounts?.data.push(bank)
  call.world.store.put('account', call.world.platformAccount, account)
  emit({ ...call, account: account.id }, 'account.external_account.created', bank)
  return bank
}

export function listExternalAccounts(call: Call): unknown {
  readParams(call.params, { limit: text(), object: text() })
  return findAccount(call, call.id).external_accounts
}

export function retrieveOwnAccount(call: Call): unknown {
  readParams(call.params, {})
  return findAccount(call, call.account)
}

export function retrieveAccount(call: Call): unknown {
  readParams(call.params, {})
  return findAccount(call, call.id)
}

export function listAccounts(call: Call): unknown {
  if (call.account !== call.world.platformAccount)
    throw invalidRequest('Only the platform lists its accounts.')
  const page = listPage(call, 'account')
  return { ...page, data: page.data.filter((account) => account.id !== call.world.platformAccount) }
}

function findAccount(call: Call, id: string): Kinds['account'] {
  const account = call.world.store.get('account', call.world.platformAccount, id)
  if (!account) throw missing('account', id)
  return account
}

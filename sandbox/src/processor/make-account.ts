import type { Stripe } from 'stripe'
import { newId } from '../ids.ts'
import type { Kinds } from '../kinds.ts'
import type { World } from '../world.ts'

export type NewAccount = {
  id?: string
  type?: Stripe.Account.Type
  country: string
  currencies: string[]
  email?: string | null
  name?: string | null
  statementDescriptor?: string | null
  statementPrefix?: string | null
  metadata?: Stripe.Metadata
  /** When what is available is paid out. */
  payouts?: 'daily' | 'manual'
  /** Beside cards: what it was asked to be able to. */
  capabilities?: string[]
}

/** An account that may charge at once, with a bank account in each of its currencies. The first is the default. */
export function makeAccount(world: World, from: NewAccount): Kinds['account'] {
  const id = from.id ?? newId('acct')
  const account = {
    id,
    object: 'account',
    business_profile: { ...emptyProfile, name: from.name ?? null },
    business_type: 'company',
    capabilities: {
      card_payments: 'active',
      transfers: 'active',
      ...Object.fromEntries((from.capabilities ?? []).map((name) => [name, 'active' as const])),
    },
    charges_enabled: true,
    controller: { type: 'account' },
    country: from.country,
    created: world.clock.now(),
    default_currency: from.currencies[0] ?? 'usd',
    details_submitted: true,
    email: from.email ?? null,
    external_accounts: {
      object: 'list',
      data: from.currencies.map((currency) => makeBankAccount(id, from.country, currency)),
      has_more: false,
      url: `/v1/accounts/${id}/external_accounts`,
    },
    future_requirements: nothingRequired,
    metadata: from.metadata ?? {},
    payouts_enabled: true,
    requirements: nothingRequired,
    settings: {
      branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
      card_payments: {
        decline_on: { avs_failure: false, cvc_failure: true },
        statement_descriptor_prefix: from.statementPrefix ?? null,
        statement_descriptor_prefix_kana: null,
        statement_descriptor_prefix_kanji: null,
      },
      dashboard: { display_name: from.name ?? null, timezone: 'Etc/UTC' },
      payments: {
        statement_descriptor: from.statementDescriptor ?? null,
        statement_descriptor_kana: null,
        statement_descriptor_kanji: null,
      },
      payouts: {
        debit_negative_balances: true,
        schedule: { delay_days: 2, interval: from.payouts ?? 'daily' },
        statement_descriptor: null,
      },
    } as Stripe.Account.Settings,
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type: from.type ?? 'standard',
  } satisfies Stripe.Account
  world.store.put('account', world.platformAccount, account)
  return account
}

export function makeBankAccount(account: string, country: string, currency: string): Stripe.BankAccount {
  return {
    id: newId('ba'),
    object: 'bank_account',
    account,
    account_holder_name: null,
    account_holder_type: 'company',
    account_type: null,
    available_payout_methods: ['standard'],
    bank_name: 'STRIPE TEST BANK',
    country,
    currency,
    default_for_currency: true,
    fingerprint: null,
    last4: '6789',
    metadata: {},
    routing_number: '110000000',
    status: 'new',
  }
}

const emptyProfile: Stripe.Account.BusinessProfile = {
  annual_revenue: null,
  estimated_worker_count: null,
  mcc: null,
  minority_owned_business_designation: null,
  name: null,
  product_description: null,
  specified_commercial_transactions_act_url: null,
  support_address: null,
  support_email: null,
  support_phone: null,
  support_url: null,
  url: null,
}

const nothingRequired = {
  alternatives: [],
  current_deadline: null,
  currently_due: [],
  disabled_reason: null,
  errors: [],
  eventually_due: [],
  past_due: [],
  pending_verification: [],
}

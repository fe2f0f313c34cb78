import type { Stripe } from 'stripe'
import type { Kinds } from '../kinds.ts'
import type { World } from '../world.ts'
import { emit } from './emit-event.ts'
import { makeBankAccount } from './make-account.ts'

type Account = Kinds['account']

/** What the processor wants to know of a business before it moves money for it, by its names for it. */
const REQUIREMENTS = [
  'company.name',
  'company.tax_id',
  'company.address.line1',
  'company.owners_provided',
  'representative.first_name',
  'representative.last_name',
  'representative.dob.day',
  'external_account',
  'tos_acceptance.date',
] as const
export const DOCUMENT = 'representative.verification.document'

/** What the processor makes of what it was told. */
export const decisions = ['approve', 'review', 'document', 'reject'] as const
export type Decision = (typeof decisions)[number]

export function isDecision(value: unknown): value is Decision {
  return decisions.includes(value as Decision)
}

/** An account that a platform makes for a business which the processor knows nothing of yet. */
export function beginOnboarding(world: World, account: Account): Account {
  const begun: Account = { ...account, details_submitted: false }
  begun.external_accounts = { ...emptyBanks(account.id) }
  return keep(world, begun, standing([...REQUIREMENTS], [], 'requirements.past_due'))
}

/** Takes what a form tells, whole or in part; what is complete is decided about. */
export function tellOfBusiness(
  world: World,
  account: Account,
  told: { [field: string]: string },
  decision: Decision,
): Account {
  const due = account.requirements?.currently_due ?? []
  if (due.length === 0) return account
  const left = due.filter((name) => (told[name] ?? '').trim() === '')
  const known: Account = { ...account }
  if (told['company.name']) known.business_profile = { ...profileOf(account), name: told['company.name'] }
  if (due.includes('external_account') && told.external_account) {
    const bank = makeBankAccount(account.id, account.country ?? 'US', account.default_currency ?? 'usd')
    bank.last4 = told.external_account.replaceAll(/\D/g, '').slice(-4).padStart(4, '0')
    known.external_accounts = { ...emptyBanks(account.id), data: [bank] }
  }
  if (left.length > 0) return update(world, known, standing(left, [], 'requirements.past_due'))
  known.details_submitted = true
  return decide(world, known, decision)
}

/** The processor decides about an account whose business told everything. */
export function decide(world: World, account: Account, decision: Decision): Account {
  switch (decision) {
    case 'approve':
      return update(world, account, standing([], [], null))
    case 'review':
      return update(world, account, standing([], ['company.tax_id'], 'requirements.pending_verification'))
    case 'document':
      return update(world, account, standing([DOCUMENT], [], 'requirements.past_due'))
    case 'reject':
      return update(world, account, standing([], [], 'rejected.other'))
  }
}

type Standing = Pick<Account, 'requirements' | 'charges_enabled' | 'payouts_enabled' | 'capabilities'>

function standing(due: string[], pending: string[], disabledReason: string | null): Standing {
  const isEnabled = disabledReason === null
  const capability = isEnabled ? 'active' : pending.length > 0 ? 'pending' : 'inactive'
  return {
    charges_enabled: isEnabled,
    payouts_enabled: isEnabled,
    capabilities: { card_payments: capability, transfers: capability },
    requirements: {
      alternatives: [],
      current_deadline: null,
      currently_due: due,
      disabled_reason: disabledReason as Stripe.Account.Requirements['disabled_reason'],
      errors: [],
      eventually_due: due,
      past_due: due,
      pending_verification: pending,
    },
  }
}

function update(world: World, account: Account, now: Standing): Account {
  const kept = keep(world, account, now)
  emit({ world, account: account.id }, 'account.updated', kept)
  return kept
}

function keep(world: World, account: Account, now: Standing): Account {
  const kept = { ...account, ...now }
  world.store.put('account', world.platformAccount, kept)
  return kept
}

function profileOf(account: Account): Stripe.Account.BusinessProfile {
  return account.business_profile ?? ({} as Stripe.Account.BusinessProfile)
}

function emptyBanks(account: string): NonNullable<Account['external_accounts']> {
  return { object: 'list', data: [], has_more: false, url: `/v1/accounts/${account}/external_accounts` }
}

import { METHODS, type Method } from '../lib/methods.ts'
import { chargeLimits } from '../payments/index.ts'

/** Everything that decides which ways to pay a request offers, all stored. Amounts in minor units. */
export interface MethodFacts {
  /** What is to be paid; null: any amount. */
  amount: bigint | null
  /** ISO 4217, upper case. */
  currency: string
  /** K1: what the company's setting for links of this origin names, and what the customer and the request narrow it to. */
  ofCompany: readonly string[]
  ofCustomer: readonly string[] | null
  ofRequest: readonly string[] | null
  /** The company's account at the processor; null where there is none that may charge, as a submit then says. */
  account: { country: string; capabilities: readonly string[] } | null
  /** Whether it is asked of a customer, and not of whoever holds the link. */
  hasCustomer: boolean
  /** K21: whether the company lets payers pay over time at all, and from which amount on. */
  bnpl: { enabled: boolean; minAmount: bigint }
}

/** Why a way to pay is not offered. */
export const NOT_OFFERED = [
  'not_set',
  'not_for_customer',
  'not_for_request',
  'only_beside_card',
  'switched_off',
  'below_set_amount',
  'not_at_processor',
  'not_in_country',
  'not_in_currency',
  'no_customer',
  'not_of_amount',
] as const
export type NotOffered = (typeof NOT_OFFERED)[number]

interface Rule {
  /** What the account must be able to, by the processor's name. */
  capability: string
  /** Null: any. */
  countries: readonly string[] | null
  currencies: readonly string[] | null
  /** Where the way itself has other bounds than a charge: in minor units. */
  limits?: { least: bigint; most: bigint }
  /** Only of a customer: the account number that it is sent to is one's own. */
  isNamed?: boolean
  /** Only the currency of the account's own country. */
  isDomestic?: boolean
}

const CURRENCY_OF: Readonly<Record<string, string>> = { US: 'USD', CA: 'CAD' }

const RULES: Readonly<Record<Method, Rule>> = {
  card: { capability: 'card_payments', countries: null, currencies: null },
  // The same cards, handed over by the payer's device.
  wallet: { capability: 'card_payments', countries: null, currencies: null },
  ach: { capability: 'us_bank_account_ach_payments', countries: ['US'], currencies: ['USD'] },
  wire: { capability: 'us_bank_transfer_payments', countries: ['US'], currencies: ['USD'], isNamed: true },
  bnpl: {
    capability: 'affirm_payments',
    countries: ['US', 'CA'],
    currencies: ['USD', 'CAD'],
    limits: { least: 5_000n, most: 3_000_000n },
    isDomestic: true,
  },
}

/**
 * K1, in one place: which ways to pay are offered for a sum, and why the others are not. The pay page, a submit, the
 * API and staff screens ask this; the page's script is told anew with every change of the amount.
 */
export function decideMethods(facts: MethodFacts): ReadonlyMap<Method, NotOffered | null> {
  return new Map(METHODS.map((method) => [method, whyNot(method, facts)]))
}

/** The ways to pay that are offered, in the order in which they are shown. */
export function offeredMethods(facts: MethodFacts): Method[] {
  return METHODS.filter((method) => whyNot(method, facts) === null)
}

/** What a person decided comes before what cannot be: it is what they may change. */
function whyNot(method: Method, facts: MethodFacts): NotOffered | null {
  const { capability, countries, currencies, isDomestic, isNamed, limits } = RULES[method]
  const { account, amount, currency } = facts
  const { least, most } = limits ?? chargeLimits(currency)
  if (!facts.ofCompany.includes(method)) return 'not_set'
  if (facts.ofCustomer !== null && !facts.ofCustomer.includes(method)) return 'not_for_customer'
  if (facts.ofRequest !== null && !facts.ofRequest.includes(method)) return 'not_for_request'
  if (method === 'bnpl' && !facts.bnpl.enabled) return 'switched_off'
  if (method === 'bnpl' && amount !== null && amount < facts.bnpl.minAmount) return 'below_set_amount'
  // Not every device has one: a page that offered nothing else would leave its payer with nothing.
  if (method === 'wallet' && whyNot('card', facts) !== null) return 'only_beside_card'
  // Where no account may charge, a submit says what is the matter with it: by the way that every account has.
  if (!(account?.capabilities ?? [RULES.card.capability]).includes(capability)) return 'not_at_processor'
  if (account !== null && countries !== null && !countries.includes(account.country)) return 'not_in_country'
  if (currencies !== null && !currencies.includes(currency)) return 'not_in_currency'
  if (isDomestic && account !== null && CURRENCY_OF[account.country] !== currency) return 'not_in_currency'
  if (isNamed && !facts.hasCustomer) return 'no_customer'
  return amount !== null && (amount < least || amount > most) ? 'not_of_amount' : null
}

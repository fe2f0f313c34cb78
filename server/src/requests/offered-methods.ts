import { METHODS, type Method } from '../lib/methods.ts'
import { chargeLimits } from './charge-limits.ts'

/** Everything that decides which ways to pay a request offers, all stored. Amounts in minor units. */
export interface MethodFacts {
  /** What is to be paid. */
  amount: bigint
  /** ISO 4217, upper case. */
  currency: string
  /** K1: what the company's setting for links of this origin names, and what the customer and the request narrow it to. */
  ofCompany: readonly string[]
  ofCustomer: readonly string[] | null
  ofRequest: readonly string[] | null
  /** The company's account at the processor; null where there is none that may charge, as a submit then says. */
  account: { country: string; capabilities: readonly string[] } | null
}

/** Why a way to pay is not offered. */
export const NOT_OFFERED = [
  'not_set',
  'not_for_customer',
  'not_for_request',
  'not_at_processor',
  'not_in_country',
  'not_in_currency',
  'not_of_amount',
] as const
export type NotOffered = (typeof NOT_OFFERED)[number]

interface Rule {
  /** What the account must be able to, by the processor's name. */
  capability: string
  /** Null: any. */
  countries: readonly string[] | null
  currencies: readonly string[] | null
}

const RULES: Readonly<Record<Method, Rule>> = {
  card: { capability: 'card_payments', countries: null, currencies: null },
  ach: { capability: 'us_bank_account_ach_payments', countries: ['US'], currencies: ['USD'] },
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
  const { capability, countries, currencies } = RULES[method]
  const { account, amount, currency } = facts
  const { least, most } = chargeLimits(currency)
  if (!facts.ofCompany.includes(method)) return 'not_set'
  if (facts.ofCustomer !== null && !facts.ofCustomer.includes(method)) return 'not_for_customer'
  if (facts.ofRequest !== null && !facts.ofRequest.includes(method)) return 'not_for_request'
  // Where no account may charge, a submit says what is the matter with it: by the way that every account has.
  if (!(account?.capabilities ?? [RULES.card.capability]).includes(capability)) return 'not_at_processor'
  if (account !== null && countries !== null && !countries.includes(account.country)) return 'not_in_country'
  if (currencies !== null && !currencies.includes(currency)) return 'not_in_currency'
  return amount < least || amount > most ? 'not_of_amount' : null
}

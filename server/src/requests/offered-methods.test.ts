import { expect, test } from 'vitest'
import { decideMethods, type MethodFacts, offeredMethods } from './offered-methods.ts'

const FACTS: MethodFacts = {
  amount: 1_200_000n,
  currency: 'USD',
  ofCompany: ['card'],
  ofCustomer: null,
  ofRequest: null,
  account: { country: 'US', capabilities: ['card_payments'] },
}

const BOTH: Partial<MethodFacts> = {
  ofCompany: ['card', 'ach'],
  account: { country: 'US', capabilities: ['card_payments', 'us_bank_account_ach_payments'] },
}
const DEBITS: readonly [what: string, change: Partial<MethodFacts>, ach: string | null][] = [
  ['where all allows it', {}, null],
  ['where nobody narrows it', { ofCustomer: ['ach'], ofRequest: ['ach', 'card'] }, null],
  ['in another currency', { currency: 'CAD' }, 'not_in_currency'],
  [
    'in another country',
    { account: { country: 'CA', capabilities: ['us_bank_account_ach_payments'] } },
    'not_in_country',
  ],
  ['where the company takes cards only', { ofCompany: ['card'] }, 'not_set'],
  ['where the customer pays by card', { ofCustomer: ['card'] }, 'not_for_customer'],
  ['where the request is to be paid by card', { ofRequest: ['card'] }, 'not_for_request'],
  [
    'where the processor does not take it',
    { account: { country: 'US', capabilities: ['card_payments'] } },
    'not_at_processor',
  ],
  ['without an account', { account: null }, 'not_at_processor'],
  ['below the least', { amount: 49n }, 'not_of_amount'],
]

test.each(DEBITS)('K1 A bank debit is offered or not %s', (_what, change, ach) => {
  const facts = { ...FACTS, ...BOTH, ...change }
  expect(decideMethods(facts).get('ach')).toBe(ach)
  expect(offeredMethods(facts).includes('ach')).toBe(ach === null)
})

const TABLE: readonly [what: string, change: Partial<MethodFacts>, card: string | null][] = [
  ['where all allows it', {}, null],
  ['where nobody narrows it', { ofCustomer: ['card'], ofRequest: ['card'] }, null],
  ['in any currency', { currency: 'EUR' }, null],
  ['in any country', { account: { country: 'CA', capabilities: ['card_payments'] } }, null],
  ['without an account, which a submit tells of', { account: null }, null],
  ['from the least charge', { amount: 50n }, null],
  ['to the most', { amount: 99_999_999n }, null],
  ['below the least', { amount: 49n }, 'not_of_amount'],
  ['above the most', { amount: 100_000_000n }, 'not_of_amount'],
  ['below the least of its currency', { amount: 99n, currency: 'JPY' }, null],
  ['where the company does not set it', { ofCompany: [] }, 'not_set'],
  ['where the customer narrows it away', { ofCustomer: [] }, 'not_for_customer'],
  ['where the request narrows it away', { ofRequest: [] }, 'not_for_request'],
  [
    'where the processor does not take it',
    { account: { country: 'US', capabilities: [] } },
    'not_at_processor',
  ],
]

test.each(TABLE)('K1 A card is offered or not %s', (_what, change, card) => {
  const facts = { ...FACTS, ...change }
  expect(decideMethods(facts).get('card')).toBe(card)
  expect(offeredMethods(facts).includes('card')).toBe(card === null)
})

test('K1 What a person decided is the reason before what cannot be', () => {
  const facts = { ...FACTS, ofCompany: [], ofRequest: [], account: { country: 'US', capabilities: [] } }
  expect(decideMethods(facts).get('card')).toBe('not_set')
})

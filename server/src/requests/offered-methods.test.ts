import { expect, test } from 'vitest'
import { decideMethods, type MethodFacts, offeredMethods } from './offered-methods.ts'

const FACTS: MethodFacts = {
  amount: 1_200_000n,
  currency: 'USD',
  ofCompany: ['card'],
  ofCustomer: null,
  ofRequest: null,
  account: { country: 'US', capabilities: ['card_payments'] },
  hasCustomer: true,
  bnpl: { enabled: true, minAmount: 0n },
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

const AFFIRM: Partial<MethodFacts> = {
  ofCompany: ['card', 'bnpl'],
  account: { country: 'US', capabilities: ['affirm_payments', 'card_payments'] },
}
const IN_CANADA = { country: 'CA', capabilities: ['affirm_payments'] }
const OVER_TIME: readonly [what: string, change: Partial<MethodFacts>, bnpl: string | null][] = [
  ['where all allows it', {}, null],
  ['in Canada in its dollars', { currency: 'CAD', account: IN_CANADA }, null],
  ['in Canada in US dollars', { account: IN_CANADA }, 'not_in_currency'],
  ['in US in Canadian dollars', { currency: 'CAD' }, 'not_in_currency'],
  ['in euros', { currency: 'EUR' }, 'not_in_currency'],
  ['in France', { account: { ...IN_CANADA, country: 'FR' } }, 'not_in_country'],
  ['from the least of Affirm', { amount: 5_000n }, null],
  ['below the least of Affirm', { amount: 4_999n }, 'not_of_amount'],
  ['to the most of Affirm', { amount: 3_000_000n }, null],
  ['above the most of Affirm', { amount: 3_000_001n }, 'not_of_amount'],
  ['from the amount that is set', { bnpl: { enabled: true, minAmount: 1_200_000n } }, null],
  ['below the amount that is set', { bnpl: { enabled: true, minAmount: 1_200_001n } }, 'below_set_amount'],
  ['where it is switched off', { bnpl: { enabled: false, minAmount: 0n } }, 'switched_off'],
  ['where links are not paid so', { ofCompany: ['card'] }, 'not_set'],
  ['where the customer narrows it away', { ofCustomer: ['card'] }, 'not_for_customer'],
  ['where the request narrows it away', { ofRequest: ['card'] }, 'not_for_request'],
  [
    'where the processor does not take it',
    { account: { country: 'US', capabilities: ['card_payments'] } },
    'not_at_processor',
  ],
]

test.each(OVER_TIME)('R-176 R-177 K1 Affirm is offered or not %s', (_what, change, bnpl) => {
  const facts = { ...FACTS, ...AFFIRM, ...change }
  expect(decideMethods(facts).get('bnpl')).toBe(bnpl)
  expect(offeredMethods(facts).includes('bnpl')).toBe(bnpl === null)
})

const WALLETS: readonly [what: string, change: Partial<MethodFacts>, wallet: string | null][] = [
  ['beside cards', {}, null],
  ['where cards are not', { ofCompany: ['wallet'] }, 'only_beside_card'],
  ['where links are not paid so', { ofCompany: ['card'] }, 'not_set'],
  ['where the customer narrows cards away', { ofCustomer: ['wallet', 'ach'] }, 'only_beside_card'],
  ['where the customer narrows it away', { ofCustomer: ['card'] }, 'not_for_customer'],
  ['above the most of a charge', { amount: 100_000_000n }, 'only_beside_card'],
]

test.each(WALLETS)('K1 A wallet is offered or not %s', (_what, change, wallet) => {
  const facts = { ...FACTS, ofCompany: ['card', 'wallet'], ...change }
  expect(decideMethods(facts).get('wallet')).toBe(wallet)
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

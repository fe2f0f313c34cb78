import { expect, test } from 'vitest'
import { describeWithSharedData, sharedJson } from '../../../test/support/shared-data.ts'
import { debitReason, returnCode } from './debit-words.ts'

const LANGUAGES = ['en-US', 'fr-CA'] as const

describeWithSharedData('return codes', 'bank/nacha/return-codes.json', () => {
  test('Every return code of Nacha is said in words, in both languages, and says what to do', () => {
    const { returns } = sharedJson<{ returns: { code: string }[] }>('bank/nacha/return-codes.json')
    for (const { code } of returns) {
      const [english, french] = LANGUAGES.map((locale) => debitReason(code, locale))
      expect(english).not.toBe(french)
      expect(english).toMatch(/pay|Speak|Ask|Check/i)
      expect(french).toMatch(/pay|Parlez|Adressez|Vérifiez/i)
    }
  })
})

test('What the processor says in its own words is kept as the bank’s code', () => {
  expect(['insufficient_funds', 'account_closed', 'no_account'].map(returnCode)).toEqual([
    'R01',
    'R02',
    'R03',
  ])
  expect(debitReason('R01', 'en')).toBe(debitReason('insufficient_funds', 'en'))
  expect(debitReason('R85', 'en')).toContain('R85')
})

import { IntlMessageFormat } from 'intl-messageformat'
import { expect, it } from 'vitest'
import { defineWords, speak } from './words.ts'

const MESSAGES = [
  'Paid',
  'Pay {amount} now',
  '{customer} owes {amount}',
  "L'envoi de {amount} n'est pas parti",
  "It''s {amount}",
  "Write '{amount}' as it stands",
  "A brace: '{'",
  "{customer}'s statement",
  '{count, plural, one {# invoice} other {# invoices}}',
  'Line one\nline two of {customer}',
  'Less < than, more > than {amount}',
]
const PARAMS = { amount: '$5.00', customer: 'Café Lune', count: 2 }

it.each(MESSAGES)('what is put together by hand reads as ICU says: %s', (message) => {
  const words = defineWords({ en: { message }, fr: { message } })
  const icu = new IntlMessageFormat(message, 'en-US', undefined, { ignoreTag: true })
  expect(speak(words, 'en-US')('message', PARAMS)).toBe(icu.format(PARAMS))
})

it('a message without what it names is an error, not a hole in a sentence', () => {
  const words = defineWords({ en: { message: 'Pay {amount}' }, fr: { message: 'Payer {amount}' } })
  expect(() => speak(words, 'en-US')('message')).toThrow('wants amount')
})

it('a sentence that ends with what has a full stop already gets no second one', () => {
  const message = 'Paid by {customer}.'
  const say = speak(defineWords({ en: { message }, fr: { message } }), 'en-US')
  expect(say('message', { customer: 'Acme Inc.' })).toBe('Paid by Acme Inc.')
  expect(say('message', { customer: 'Acme' })).toBe('Paid by Acme.')
})

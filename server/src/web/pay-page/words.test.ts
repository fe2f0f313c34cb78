import { expect, test } from 'vitest'
import { answerMessage, declineSentence, problemMessage } from './words.ts'

test.each([
  'lost_card',
  'stolen_card',
  'pickup_card',
  'fraudulent',
  'merchant_blacklist',
  'never_heard_of',
  null,
])('a card that is %s is declined like any other: its holder is not told', (code) => {
  for (const locale of ['en-US', 'fr-CA'])
    expect(declineSentence(code, locale)).toBe(declineSentence('generic_decline', locale))
})

test('every reason a payer can act on has a sentence of its own in both languages', () => {
  const codes = [
    'insufficient_funds',
    'expired_card',
    'incorrect_cvc',
    'processing_error',
    'do_not_honor',
    'card_not_supported',
    'currency_not_supported',
    'authentication_required',
    'try_again_later',
    'never_sent',
    'processor_amount_too_large',
    'generic_decline',
  ]
  for (const locale of ['en-US', 'fr-CA'])
    expect(new Set(codes.map((code) => declineSentence(code, locale))).size).toBe(codes.length)
  expect(declineSentence('decline_expired_card', 'en')).toBe(declineSentence('expired_card', 'en'))
})

test('a decline says who refused, that nothing was charged, why, and what to do', () => {
  expect(answerMessage('en-US', 'declined', 'insufficient_funds')).toBe(
    'Your bank declined this card. Nothing was charged. There is not enough money available on it. Use another card.',
  )
  expect(answerMessage('fr-CA', 'declined', 'never_sent')).toBe(
    'Le paiement n’a pas abouti. Rien n’a été débité. Votre carte n’a pas été sollicitée. Vous pouvez réessayer.',
  )
})

test('an answer that is not sure never says that nothing was charged', () => {
  for (const locale of ['en', 'fr'])
    for (const state of ['unsure', 'processing', 'requires_action', 'succeeded'] as const)
      expect(answerMessage(locale, state)).not.toMatch(/Nothing was charged|Rien n’a été débité/)
})

test('R-101 a changed amount is told with the new one, and with the credit that changed it', () => {
  expect(problemMessage('en', 'amount_changed', { amount: '$1,190.50' })).toMatch(
    /^The amount is now \$1,190\.50\. /,
  )
  expect(problemMessage('en', 'amount_changed', { amount: '$1,190.50', credit: '$50.00' })).toMatch(
    /^The amount is now \$1,190\.50: a \$50\.00 credit was applied\. /,
  )
  expect(problemMessage('fr', 'too_many_tries')).toBe('Faisons une pause d’une heure. Rien n’a été débité.')
})

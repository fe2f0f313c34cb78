import { expect, test } from 'vitest'
import type { Currency } from '../../lib/currencies.ts'
import type { AmountCause } from '../../requests/index.ts'
import { amountNow } from './change-words.ts'
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

test('R-101 a changed amount is told with the new one, and with each cause that is known', () => {
  const now = (amount: bigint, causes: AmountCause[], locale = 'en-US') =>
    amountNow(amount, causes, { currency: (locale === 'fr-CA' ? 'CAD' : 'USD') as Currency, locale })
  const plain = (text: string) => text.replace(/\s/g, ' ')
  const credit = (amount: bigint): AmountCause => ({ kind: 'credit_applied', amount })
  expect(now(119_050n, [])).toBe('The amount is now $1,190.50.')
  expect(now(119_050n, [credit(5_000n)])).toBe('The amount is now $1,190.50: a $50.00 credit was applied.')
  expect(plain(now(119_050n, [credit(5_000n)], 'fr-CA'))).toBe(
    'Le montant est maintenant de 1 190,50 $ : un crédit de 50,00 $ a été appliqué.',
  )
  expect(now(119_050n, [credit(5_000n)], 'fr-CA')).toContain('\u00a0: ')
  expect(now(10_000n, [{ kind: 'credit_taken_back', amount: 8_000n }])).toBe(
    'The amount is now $100.00: an $80.00 credit was taken back.',
  )
  const several: AmountCause[] = [
    { kind: 'payment_received', amount: 110_000n },
    credit(1_100n),
    { kind: 'invoice_edited', number: 'INV-1' },
  ]
  expect(now(10_000n, several)).toBe(
    'The amount is now $100.00: a $1,100.00 payment was received, an $11.00 credit was applied, and invoice INV-1 was changed.',
  )
  expect(plain(now(10_000n, several, 'fr-CA'))).toBe(
    'Le montant est maintenant de 100,00 $ : un paiement de 1 100,00 $ a été reçu, un crédit de 11,00 $ a été appliqué et la facture INV-1 a été modifiée.',
  )
})

test('R-101 a refusal says the same of it, that nothing was charged, and what to do', () => {
  const now = 'The amount is now $1,190.50: a $50.00 credit was applied.'
  expect(problemMessage('en', 'amount_changed', { now })).toBe(
    `${now} Nothing was charged. Check it, then press the button again.`,
  )
  expect(problemMessage('fr', 'too_many_tries')).toBe('Faisons une pause d’une heure. Rien n’a été débité.')
})

import type { components } from '../api/schema.generated.ts'
import { defineWords, useWords } from '../words/index.ts'

type Payment = components['schemas']['PaymentRow']

const words = defineWords({
  en: {
    numbered: '{brand} ···· {last4}',
    card: 'Card',
    ach: 'Bank account',
    bank: 'Account ···· {last4}',
  },
  fr: {
    numbered: '{brand} ···· {last4}',
    card: 'Carte',
    ach: 'Compte bancaire',
    bank: 'Compte ···· {last4}',
  },
})

/** By what a payment was made, or tried: `Visa ···· 4242`. */
export function PaymentMethod({
  payment: { bank, card, method },
}: {
  payment: Pick<Payment, 'bank' | 'card' | 'method'>
}) {
  const say = useWords(words)
  if (card !== null) return say('numbered', { brand: titled(card.brand), last4: card.last4 })
  if (bank !== null) return say('bank', { last4: bank.last4 })
  return say(method === 'ach' ? 'ach' : 'card')
}

function titled(brand: string): string {
  return brand === 'amex' ? 'American Express' : brand.charAt(0).toUpperCase() + brand.slice(1)
}

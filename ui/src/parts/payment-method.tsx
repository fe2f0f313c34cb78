import type { components } from '../api/schema.generated.ts'
import { defineWords, useWords } from '../words/index.ts'

type Payment = components['schemas']['PaymentRow']

const words = defineWords({
  en: { numbered: '{brand} ···· {last4}', card: 'Card' },
  fr: { numbered: '{brand} ···· {last4}', card: 'Carte' },
})

/** By what a payment was made, or tried: `Visa ···· 4242`. */
export function PaymentMethod({ payment: { card, method } }: { payment: Pick<Payment, 'card' | 'method'> }) {
  const say = useWords(words)
  if (card !== null) return say('numbered', { brand: titled(card.brand), last4: card.last4 })
  return method === 'card' ? say('card') : method
}

function titled(brand: string): string {
  return brand === 'amex' ? 'American Express' : brand.charAt(0).toUpperCase() + brand.slice(1)
}

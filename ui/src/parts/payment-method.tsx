import type { components } from '../api/schema.generated.ts'
import { defineWords, useWords } from '../words/index.ts'

type Payment = components['schemas']['PaymentRow']

const words = defineWords({
  en: {
    numbered: '{brand} ···· {last4}',
    card: 'Card',
    ach: 'Bank account',
    wire: 'Wire',
    cash: 'Cash',
    cheque: 'Cheque',
    bank: 'Account ···· {last4}',
  },
  fr: {
    numbered: '{brand} ···· {last4}',
    card: 'Carte',
    ach: 'Compte bancaire',
    wire: 'Virement',
    cash: 'Espèces',
    cheque: 'Chèque',
    bank: 'Compte ···· {last4}',
  },
})

/** What wallets call themselves, by the processor's names. */
const WALLETS: Readonly<Record<string, string>> = {
  apple_pay: 'Apple Pay',
  google_pay: 'Google Pay',
  link: 'Link',
  samsung_pay: 'Samsung Pay',
}

/** What neither a card nor a bank account says. */
const NAMED = ['ach', 'wire', 'cash', 'cheque'] as const

type By = Pick<Payment, 'bank' | 'card' | 'method'>

/** By what a payment was made, or tried: `Visa ···· 4242`. */
export function PaymentMethod({ payment }: { payment: By }) {
  return usePaymentMethod()(payment)
}

/** The same as text, for what is named by it. */
export function usePaymentMethod(): (by: By) => string {
  const say = useWords(words)
  return ({ bank, card, method }) => {
    if (card !== null) {
      const numbered = say('numbered', { brand: titled(card.brand), last4: card.last4 })
      return card.wallet === null ? numbered : `${WALLETS[card.wallet] ?? card.wallet} · ${numbered}`
    }
    if (bank !== null) return say('bank', { last4: bank.last4 })
    if (method === 'bnpl') return 'Affirm'
    return say(NAMED.find((named) => named === method) ?? 'card')
  }
}

function titled(brand: string): string {
  return brand === 'amex' ? 'American Express' : brand.charAt(0).toUpperCase() + brand.slice(1)
}

import { defineWords, speak } from '../lib/words.ts'

/** What the mail says when a payment has cleared: it was paid before, and is deposited later. */
const words = defineWords({
  en: {
    subject: '{amount} cleared: {reference}',
    preview: 'Its money is available.',
    heading: 'The payment of {reference} has cleared',
    intro:
      'The payment of {payer} has cleared: its money is available at the processor, and goes to your bank with the next deposit.',
    fact_payer: 'Payer',
    fact_number: 'Receipt number',
    someone: 'A payer',
    closing: 'You get this message because notices of cleared payments are switched on for you.',
  },
  fr: {
    subject: '{amount} compensés\u00a0: {reference}',
    preview: 'L’argent est disponible.',
    heading: 'Le paiement de {reference} est compensé',
    intro:
      'Le paiement de {payer} est compensé\u00a0: l’argent est disponible chez le processeur et partira vers votre banque avec le prochain versement.',
    fact_payer: 'Payeur',
    fact_number: 'Numéro du reçu',
    someone: 'Un payeur',
    closing: 'Vous recevez ce message parce que les avis de compensation sont activés pour vous.',
  },
})

export const clearedWords = (locale: string) => speak(words, locale)

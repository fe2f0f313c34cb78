import { defineWords, speak } from '../lib/words.ts'

const words = defineWords({
  en: {
    invoice: 'Invoice {number}',
    reference: 'Reference {reference}',
    credited: 'Kept as your credit',
    card: 'Card',
  },
  fr: {
    invoice: 'Facture {number}',
    reference: 'Référence {reference}',
    credited: 'Conservé à votre crédit',
    card: 'Carte',
  },
})

export const receiptWords = (locale: string) => speak(words, locale)

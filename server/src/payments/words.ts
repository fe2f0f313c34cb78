import { defineWords } from '../lib/words.ts'

/** One label for full and partial refunds alike; states and sums stay distinct. */
export const refundWords = defineWords({
  en: { refunded: 'Refunded' },
  fr: { refunded: 'Remboursé' },
})

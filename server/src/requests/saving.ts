import type { Method } from '../lib/methods.ts'
import { defineWords, speak } from '../lib/words.ts'

/** Names the texts below: when a word of them changes, this does. What was agreed to is kept word for word. */
export const SAVING_VERSION = '2026-11-23'

const words = defineWords({
  en: {
    card: 'Save this card. {company} may charge it for later invoices and orders that I agree to; I can take this back at any time by telling {company}.',
    ach: 'Save this bank account. I authorize {company} to debit it for later invoices and orders that I agree to and, if a mistake was made, to put it right with a credit; I can take this back at any time by telling {company}.',
  },
  fr: {
    card: 'Enregistrer cette carte. {company} pourra la débiter pour les factures et commandes ultérieures que j’accepterai\u00a0; je peux retirer cet accord à tout moment en prévenant {company}.',
    ach: 'Enregistrer ce compte bancaire. J’autorise {company} à le débiter pour les factures et commandes ultérieures que j’accepterai et, en cas d’erreur, à la corriger par un crédit\u00a0; je peux retirer cet accord à tout moment en prévenant {company}.',
  },
})

/** What can be kept to be charged again. */
type Savable = 'card' | 'ach'

export function isSavable(method: Method): method is Savable {
  return method in words.en
}

/** What a payer agrees to who lets the company keep what they pay by. */
export function savingText(locale: string, method: Savable, company: string): string {
  return speak(words, locale)(method, { company })
}

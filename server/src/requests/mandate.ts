import type { Currency } from '../lib/currencies.ts'
import { formatMoney } from '../lib/money.ts'
import { defineWords, speak } from '../lib/words.ts'

/** Names the text below: when a word of it changes, this does. What was agreed to is kept word for word. */
export const MANDATE_VERSION = '2026-11-22'

const words = defineWords({
  en: {
    text: 'By pressing the button you authorize {company} to debit {amount} from your bank account for {reference}, and, if a mistake was made, to put it right with a credit to that account. It is for this payment alone. Until the debit goes out you can take it back by telling {company}.',
  },
  fr: {
    text: 'En appuyant sur le bouton, vous autorisez {company} à débiter {amount} de votre compte bancaire pour {reference} et, en cas d’erreur, à la corriger en créditant ce compte. L’autorisation vaut pour ce seul paiement. Tant que le débit n’est pas parti, vous pouvez la retirer en prévenant {company}.',
  },
})

/** What a payer agrees to when they let the company debit their bank account. `amount` is written as money. */
export function mandateText(
  locale: string,
  of: { company: string; reference: string; amount: string },
): string {
  return speak(words, locale)('text', of)
}

/** The same for a sum, in minor units. */
export function mandateOf(
  locale: string,
  of: { company: string; reference: string; amount: bigint; currency: string },
): string {
  return mandateText(locale, { ...of, amount: formatMoney(of.amount, of.currency as Currency, locale) })
}

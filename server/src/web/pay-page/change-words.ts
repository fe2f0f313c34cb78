import type { Currency } from '../../lib/currencies.ts'
import { formatMoney } from '../../lib/money.ts'
import { defineWords, languageOf, speak } from '../../lib/words.ts'
import type { AmountCause } from '../../requests/index.ts'

const words = defineWords({
  en: {
    now: 'The amount is now {amount}.',
    nowBecause: 'The amount is now {amount}: {causes}.',
    credit_applied: '{article, select, an {an} other {a}} {amount} credit was applied',
    credit_taken_back: '{article, select, an {an} other {a}} {amount} credit was taken back',
    payment_received: '{article, select, an {an} other {a}} {amount} payment was received',
    payment_returned: '{article, select, an {an} other {a}} {amount} payment was given back',
    invoice_edited: 'invoice {number} was changed',
    invoice_voided: 'invoice {number} was canceled',
    invoice_written_off: 'invoice {number} is asked for no more',
    invoice_recovered: 'invoice {number} is to be paid again',
  },
  fr: {
    now: 'Le montant est maintenant de {amount}.',
    nowBecause: 'Le montant est maintenant de {amount}\u00a0: {causes}.',
    credit_applied: 'un crédit de {amount} a été appliqué',
    credit_taken_back: 'un crédit de {amount} a été retiré',
    payment_received: 'un paiement de {amount} a été reçu',
    payment_returned: 'un paiement de {amount} a été remboursé',
    invoice_edited: 'la facture {number} a été modifiée',
    invoice_voided: 'la facture {number} a été annulée',
    invoice_written_off: 'la facture {number} n’est plus demandée',
    invoice_recovered: 'la facture {number} est de nouveau à payer',
  },
})

/** In English eight, eighty, eleven and eighteen begin with a vowel: `an $80.00 credit`. */
const AN = /^\D*(8|11(?!\d)|18(?!\d))/

/** That a page asks for another amount by now, with what made it so where that is known: the one sentence of it. */
export function amountNow(
  amount: bigint,
  causes: readonly AmountCause[],
  { currency, locale }: { currency: Currency; locale: string },
): string {
  const say = speak(words, locale)
  const money = (minor: bigint) => formatMoney(minor, currency, locale)
  if (causes.length === 0) return say('now', { amount: money(amount) })
  const said = causes.map((cause) => {
    if ('number' in cause) return say(cause.kind, { number: cause.number })
    const display = money(cause.amount)
    return say(cause.kind, { amount: display, article: AN.test(display) ? 'an' : 'a' })
  })
  const list = new Intl.ListFormat(languageOf(locale), { style: 'long', type: 'conjunction' }).format(said)
  return say('nowBecause', { amount: money(amount), causes: list })
}

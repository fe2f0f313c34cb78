import { defineWords, speak } from '../lib/words.ts'

const words = defineWords({
  en: {
    reference: 'Reference {reference}',
    credited: 'Kept as your credit',
    card: 'Card',
    bankAccount: 'Bank account',
    wire: 'Wire',
    wireWith: 'Wire, reference {reference}',
    subtotal: 'Subtotal',
    tax: 'Tax',
    shipping: 'Shipping',
    deposit: 'Deposit',
    part_by_percent: '{label} of {percent} of {total}',
    part_of_total: '{label} on {total}',
  },
  fr: {
    reference: 'Référence {reference}',
    credited: 'Conservé à votre crédit',
    card: 'Carte',
    bankAccount: 'Compte bancaire',
    wire: 'Virement',
    wireWith: 'Virement, référence {reference}',
    subtotal: 'Sous-total',
    tax: 'Taxe',
    shipping: 'Livraison',
    deposit: 'Acompte',
    part_by_percent: '{label} de {percent} sur {total}',
    part_of_total: '{label} sur {total}',
  },
})

const creditWords = defineWords({
  en: { refundOf: 'Refund of invoice {number}' },
  fr: { refundOf: 'Remboursement de la facture {number}' },
})

export const refundedLine = (locale: string, number: string) =>
  speak(creditWords, locale)('refundOf', { number })

export const receiptWords = (locale: string) => speak(words, locale)

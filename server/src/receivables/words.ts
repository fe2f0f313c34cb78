import { defineWords, speak } from '../lib/words.ts'

const words = defineWords({
  en: {
    reference: 'Reference {reference}',
    credited: 'Kept as your credit',
    card: 'Card',
    bankAccount: 'Bank account',
    wire: 'Wire',
    wireWith: 'Wire, reference {reference}',
    cash: 'Cash',
    cheque: 'Cheque no. {number}',
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
    cash: 'Espèces',
    cheque: 'Chèque n°\u00a0{number}',
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

const recovery = defineWords({
  en: {
    line: 'Payment {payment} of {paid}, returned by your bank on {returned}: what we had refunded to you of it',
    note: 'You received this amount twice: by our refund, and from your bank, which took the payment back. This invoice asks for it back. Nothing is sold by it, so it carries no tax.',
  },
  fr: {
    line: 'Paiement {payment} du {paid}, repris par votre banque le {returned}\u00a0: ce que nous vous en avions remboursé',
    note: 'Vous avez reçu ce montant deux fois\u00a0: par notre remboursement, et par votre banque, qui a repris le paiement. Cette facture vous le redemande. Elle ne porte sur aucune vente et ne comporte donc aucune taxe.',
  },
})

/** What a recovery invoice says. */
export const recoveryWords = (locale: string) => speak(recovery, locale)

export const receiptWords = (locale: string) => speak(words, locale)

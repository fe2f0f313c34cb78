import { defineWords, speak } from '../lib/words.ts'

const words = defineWords({
  en: {
    receipt_subject: 'Receipt from {seller}: {amount}',
    receipt_preview: 'Paid on {date}. Thank you.',
    receipt_heading: 'Paid. Thank you.',
    receipt_intro: '{seller} received your payment. Your receipt is attached.',
    fact_paid_on: 'Paid on',
    fact_method: 'Method',
    fact_number: 'Receipt number',
    fact_statement: 'On your statement',
    method_card: '{brand} ending in {last4}',
    column_for: 'Paid for',
    column_amount: 'Amount',
    invoice: 'Invoice {number}',
    reference: 'Reference {reference}',
    credited: 'Kept as your credit',
    receipt_closing: 'Questions about this payment? Answer this message or call {seller}.',
    notice_subject: '{amount} received: {reference}',
    notice_preview: '{payer} paid by card.',
    notice_heading: '{reference} is paid',
    notice_intro:
      '{payer} paid by card. The books and the invoices are up to date; nothing needs to be done.',
    notice_credit:
      '{amount} of it was not owed any more and is kept as the customer’s credit. Please look at it.',
    fact_payer: 'Payer',
    notice_closing: 'You get this message because payment notices are switched on for you.',
    someone: 'A payer',
  },
  fr: {
    receipt_subject: 'Reçu de {seller} : {amount}',
    receipt_preview: 'Payé le {date}. Merci.',
    receipt_heading: 'Payé. Merci.',
    receipt_intro: '{seller} a bien reçu votre paiement. Votre reçu est joint à ce message.',
    fact_paid_on: 'Payé le',
    fact_method: 'Moyen de paiement',
    fact_number: 'Numéro de reçu',
    fact_statement: 'Sur votre relevé',
    method_card: '{brand} se terminant par {last4}',
    column_for: 'Objet',
    column_amount: 'Montant',
    invoice: 'Facture {number}',
    reference: 'Référence {reference}',
    credited: 'Conservé à votre crédit',
    receipt_closing: 'Une question sur ce paiement ? Répondez à ce message ou appelez {seller}.',
    notice_subject: '{amount} reçus : {reference}',
    notice_preview: '{payer} a payé par carte.',
    notice_heading: '{reference} est payé',
    notice_intro:
      '{payer} a payé par carte. Les comptes et les factures sont à jour ; il n’y a rien à faire.',
    notice_credit:
      '{amount} n’étaient plus dus et sont conservés au crédit du client. Veuillez y jeter un œil.',
    fact_payer: 'Payeur',
    notice_closing: 'Vous recevez ce message parce que les avis de paiement sont activés pour vous.',
    someone: 'Un payeur',
  },
})

export const noticeWords = (locale: string) => speak(words, locale)

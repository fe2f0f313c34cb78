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
    wanted_subject: 'New payment link wanted: {reference}',
    wanted_preview: '{customer} cannot pay with the old one any more.',
    wanted_heading: 'A new link is wanted for {reference}',
    wanted_intro:
      '{customer} opened a link that takes no payment any more and asks for a new one. Nothing was charged. Send the request again, or call.',
    fact_customer: 'Customer',
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
    wanted_subject: 'Nouveau lien de paiement demandé\u00a0: {reference}',
    wanted_preview: '{customer} ne peut plus payer avec l’ancien.',
    wanted_heading: 'Un nouveau lien est demandé pour {reference}',
    wanted_intro:
      '{customer} a ouvert un lien qui ne permet plus de payer et en demande un nouveau. Rien n’a été débité. Envoyez de nouveau la demande, ou appelez.',
    fact_customer: 'Client',
    fact_payer: 'Payeur',
    notice_closing: 'Vous recevez ce message parce que les avis de paiement sont activés pour vous.',
    someone: 'Un payeur',
  },
})

export const noticeWords = (locale: string) => speak(words, locale)

import { defineWords, speak } from '../lib/words.ts'

/** What a payer is told of money that the company gave back itself: no statement of a card shows it. */
const words = defineWords({
  en: {
    subject: 'Refunded by {seller}: {amount}',
    preview: 'Given back {how}.',
    heading: 'Refunded',
    intro: '{seller} gave back {amount} of the {paid} that you paid on {date}, {how}.',
    intro_all: '{seller} gave back the {amount} that you paid on {date}, {how}.',
    by_cheque: 'by cheque',
    by_cash: 'in cash',
    by_wire: 'by a transfer to your bank account',
    by_other: 'by another way than you had paid by',
    where:
      'It does not go to what you paid with, so no statement of that shows it. Your receipt, which now shows it, is attached.',
    where_wire:
      'Your bank usually shows it within 1 to 3 business days; what you paid with shows nothing of it. Your receipt, which now shows it, is attached.',
    fact_given_on: 'Given back on',
    fact_reference: 'Reference',
    closing: 'Did it not reach you? Answer this message or call {seller}.',
    undone_subject: 'Correction: {amount} were not given back',
    undone_preview: '{seller} corrected its books. Nothing was charged.',
    undone_heading: 'A refund was corrected',
    undone_intro:
      'On {date} we wrote that {seller} had given {amount} back to you. {seller} has taken that back: the money did not go out. Nothing was charged.',
    undone_then: 'If it did reach you, please tell {seller}.',
  },
  fr: {
    subject: 'Remboursé par {seller}\u00a0: {amount}',
    preview: 'Remboursé {how}.',
    heading: 'Remboursé',
    intro: '{seller} vous a remboursé {how} {amount} sur les {paid} que vous avez payés le {date}.',
    intro_all: '{seller} vous a remboursé {how} les {amount} que vous avez payés le {date}.',
    by_cheque: 'par chèque',
    by_cash: 'en espèces',
    by_wire: 'par virement sur votre compte bancaire',
    by_other: 'par une autre voie que votre paiement',
    where:
      'La somme ne revient pas sur le moyen de paiement utilisé, dont le relevé n’affichera donc rien. Votre reçu, qui en fait maintenant état, est joint à ce message.',
    where_wire:
      'Votre banque l’affiche d’habitude sous 1 à 3 jours ouvrables\u00a0; le moyen de paiement utilisé n’affichera rien. Votre reçu, qui en fait maintenant état, est joint à ce message.',
    fact_given_on: 'Remboursé le',
    fact_reference: 'Référence',
    closing: 'Vous n’avez rien reçu\u00a0? Répondez à ce message ou appelez {seller}.',
    undone_subject: 'Rectification\u00a0: {amount} n’ont pas été remboursés',
    undone_preview: '{seller} a corrigé ses comptes. Rien n’a été débité.',
    undone_heading: 'Un remboursement a été rectifié',
    undone_intro:
      'Le {date}, nous vous avons écrit que {seller} vous avait remboursé {amount}. {seller} l’a rectifié\u00a0: l’argent n’est pas parti. Rien n’a été débité.',
    undone_then: 'Si vous l’avez bien reçu, veuillez le dire à {seller}.',
  },
})

export const givenRefundWords = (locale: string) => speak(words, locale)

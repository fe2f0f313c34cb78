import { defineWords, speak } from '../lib/words.ts'

/** What a payer is told of a refund; K18: *Refunded*, in full and in part alike. R-198: when it shows. */
const words = defineWords({
  en: {
    subject: 'Refunded by {seller}: {amount}',
    preview: 'Your statement shows it within 5 to 10 business days, rarely 15.',
    heading: 'Refunded',
    intro: '{seller} refunded {amount} of the {paid} that you paid on {date}.',
    intro_all: '{seller} refunded the {amount} that you paid on {date}.',
    where:
      'It goes back to the card that you paid with. Your statement shows it within 5 to 10 business days, rarely 15. Your receipt, which now shows it too, is attached.',
    preview_bank: 'It reaches your bank account, usually within 5 business days.',
    where_bank:
      'It goes back to the bank account that you paid from, usually within 5 business days. Your receipt, which now shows it too, is attached.',
    preview_plan: 'Affirm takes it off your plan.',
    where_plan:
      'Affirm takes it off what you still owe on your plan and returns what you have paid beyond; interest that you have paid is not returned. Your receipt, which now shows it too, is attached.',
    fact_for: 'For',
    fact_refunded_on: 'Refunded on',
    fact_in_all: 'Refunded so far',
    fact_statement: 'On your statement',
    fact_bank: 'Bank reference',
    in_all: '{refunded} of {paid}',
    closing: 'Questions about this refund? Answer this message or call {seller}.',
    returned_subject: 'Your refund of {amount} did not arrive',
    returned_preview: 'Your bank sent it back to {seller}. Nothing was charged.',
    returned_heading: 'Your refund came back',
    returned_intro:
      'On {date} we wrote that {seller} had refunded {amount} to your card. Your bank sent the money back, so {seller} has it again. Nothing was charged.',
    returned_then: '{seller} knows of it. Please agree with them on how the money reaches you.',
  },
  fr: {
    subject: 'Remboursé par {seller}\u00a0: {amount}',
    preview: 'Votre relevé l’affiche sous 5 à 10 jours ouvrables, rarement 15.',
    heading: 'Remboursé',
    intro: '{seller} vous a remboursé {amount} sur les {paid} que vous avez payés le {date}.',
    intro_all: '{seller} vous a remboursé les {amount} que vous avez payés le {date}.',
    where:
      'La somme revient sur la carte qui a servi à payer. Votre relevé l’affiche sous 5 à 10 jours ouvrables, rarement 15. Votre reçu, qui en fait maintenant état, est joint à ce message.',
    preview_bank: 'La somme arrive sur votre compte bancaire, d’habitude sous 5 jours ouvrables.',
    where_bank:
      'La somme revient sur le compte bancaire qui a servi à payer, d’habitude sous 5 jours ouvrables. Votre reçu, qui en fait maintenant état, est joint à ce message.',
    preview_plan: 'Affirm le déduit de votre plan de paiement.',
    where_plan:
      'Affirm le déduit de ce que vous devez encore sur votre plan et vous rend ce que vous avez versé au-delà\u00a0; les intérêts payés ne sont pas rendus. Votre reçu, qui en fait maintenant état, est joint à ce message.',
    fact_for: 'Objet',
    fact_refunded_on: 'Remboursé le',
    fact_in_all: 'Remboursé jusqu’ici',
    fact_statement: 'Sur votre relevé',
    fact_bank: 'Référence bancaire',
    in_all: '{refunded} sur {paid}',
    closing: 'Une question sur ce remboursement\u00a0? Répondez à ce message ou appelez {seller}.',
    returned_subject: 'Votre remboursement de {amount} n’est pas arrivé',
    returned_preview: 'Votre banque l’a renvoyé à {seller}. Rien n’a été débité.',
    returned_heading: 'Votre remboursement est revenu',
    returned_intro:
      'Le {date}, nous vous avons écrit que {seller} avait remboursé {amount} sur votre carte. Votre banque a renvoyé cette somme, que {seller} a donc de nouveau. Rien n’a été débité.',
    returned_then: '{seller} en est informé. Convenez ensemble de la façon dont l’argent vous parviendra.',
  },
})

export const refundWords = (locale: string) => speak(words, locale)

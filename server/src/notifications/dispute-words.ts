import { defineWords, speak } from '../lib/words.ts'

/** What mails to staff about a dispute say. */
const words = defineWords({
  en: {
    inquiry_subject: 'The bank asks about {amount}: {reference}',
    inquiry_preview: 'Nothing was taken yet. Answer by {due}.',
    inquiry_heading: '{reference}: the payer’s bank asks about a payment',
    inquiry_intro:
      'The payer’s bank asks about the payment of {date}. Nothing was taken yet. Answer with evidence by {due}, or refund the payment: then the bank asks no more.',
    opened_subject: '{amount} is disputed: {reference}',
    opened_preview: 'Answer with evidence by {due}.',
    opened_heading: '{reference}: a payment is disputed',
    opened_intro:
      'The payer’s bank took back the payment of {date}, and the processor charged a fee for it. Answer with evidence by {due}; without an answer it is lost. Do not refund it as well: that would pay it twice.',
    won_subject: 'Dispute won: {amount}, {reference}',
    won_preview: 'The money comes back.',
    won_heading: '{reference}: the dispute is won',
    won_intro: 'The payer’s bank decided for you: the payment of {date} stands, and its money comes back.',
    lost_subject: 'Dispute lost: {amount}, {reference}',
    lost_preview: 'The money is gone.',
    lost_heading: '{reference}: the dispute is lost',
    lost_intro:
      'The payment of {date} is gone, and the books say so: what it had settled is owed again, or written off where your settings have it so.',
    closed_subject: 'The bank asks no more: {amount}, {reference}',
    closed_preview: 'Nothing was taken.',
    closed_heading: '{reference}: the inquiry is closed',
    closed_intro: 'The payer’s bank asks no more about the payment of {date}. Nothing was taken.',
    fact_payer: 'Payer',
    fact_reason: 'Reason, as the bank names it',
    fact_due: 'Answer by',
    notice_closing: 'You get this message because payment notices are switched on for you.',
  },
  fr: {
    inquiry_subject: 'La banque s’informe au sujet de {amount}\u00a0: {reference}',
    inquiry_preview: 'Rien n’a encore été repris. Répondez avant le {due}.',
    inquiry_heading: '{reference}\u00a0: la banque du payeur s’informe d’un paiement',
    inquiry_intro:
      'La banque du payeur s’informe du paiement du {date}. Rien n’a encore été repris. Répondez avec des justificatifs avant le {due}, ou remboursez le paiement\u00a0: la banque n’insistera plus.',
    opened_subject: '{amount} contestés\u00a0: {reference}',
    opened_preview: 'Répondez avec des justificatifs avant le {due}.',
    opened_heading: '{reference}\u00a0: un paiement est contesté',
    opened_intro:
      'La banque du payeur a repris le paiement du {date}, et le processeur y ajoute des frais. Répondez avec des justificatifs avant le {due}\u00a0; sans réponse, le litige est perdu. Ne remboursez pas en plus\u00a0: ce serait payer deux fois.',
    won_subject: 'Litige gagné\u00a0: {amount}, {reference}',
    won_preview: 'L’argent revient.',
    won_heading: '{reference}\u00a0: le litige est gagné',
    won_intro:
      'La banque du payeur vous a donné raison\u00a0: le paiement du {date} est maintenu, et son montant vous revient.',
    lost_subject: 'Litige perdu\u00a0: {amount}, {reference}',
    lost_preview: 'L’argent est perdu.',
    lost_heading: '{reference}\u00a0: le litige est perdu',
    lost_intro:
      'Le paiement du {date} est perdu, et les livres le disent\u00a0: ce qu’il avait réglé est de nouveau dû, ou passé en pertes si vos réglages le veulent.',
    closed_subject: 'La banque n’insiste plus\u00a0: {amount}, {reference}',
    closed_preview: 'Rien n’a été repris.',
    closed_heading: '{reference}\u00a0: la demande de la banque est close',
    closed_intro: 'La banque du payeur n’insiste plus au sujet du paiement du {date}. Rien n’a été repris.',
    fact_payer: 'Payeur',
    fact_reason: 'Motif, selon la banque',
    fact_due: 'Répondre avant le',
    notice_closing: 'Vous recevez ce message parce que les avis de paiement sont activés pour vous.',
  },
})

export const disputeWords = (locale: string) => speak(words, locale)

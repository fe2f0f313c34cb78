import { defineWords, speak } from '../lib/words.ts'

/** What is told to a payer's bank about a payment, in the company's language. */
const words = defineWords({
  en: {
    about: 'Payment request {reference} of {seller}, {amount}.',
    paid: 'The payer paid {amount} on {date} with the card ending in {last4}.',
    story: 'What happened, in the order of time (UTC):',
    mandate: 'What the payer agreed to on {date}, from {address}: {text}',
    request_created: 'the request was made',
    request_sent: 'the request was given out',
    request_reminded: 'the payer was reminded',
    link_issued: 'a payment link was made',
    link_opened: 'the payer opened the payment link',
    link_wanted: 'the payer asked for a new link',
    message_sent: 'a message was sent to {address}',
    payment_started: 'the payer submitted the payment',
    payment_by_phone: 'the payer gave the card by phone, and {who} entered it',
    payment_action: 'the payer’s bank asked the payer to confirm the payment (3-D Secure)',
    payment_succeeded: 'the payment succeeded',
    payment_failed: 'an attempt was declined',
    refund_succeeded: '{amount} was refunded',
    dispute_opened: 'the payer’s bank opened the dispute',
  },
  fr: {
    about: 'Demande de paiement {reference} de {seller}, {amount}.',
    paid: 'Le payeur a réglé {amount} le {date} avec la carte se terminant par {last4}.',
    story: 'Ce qui s’est passé, dans l’ordre du temps (UTC)\u00a0:',
    mandate: 'Ce que le payeur a accepté le {date}, depuis {address}\u00a0: {text}',
    request_created: 'la demande a été créée',
    request_sent: 'la demande a été transmise',
    request_reminded: 'le payeur a été relancé',
    link_issued: 'un lien de paiement a été créé',
    link_opened: 'le payeur a ouvert le lien de paiement',
    link_wanted: 'le payeur a demandé un nouveau lien',
    message_sent: 'un message a été envoyé à {address}',
    payment_started: 'le payeur a soumis le paiement',
    payment_by_phone: 'le payeur a donné la carte par téléphone, et {who} l’a saisie',
    payment_action: 'la banque du payeur lui a demandé de confirmer le paiement (3-D Secure)',
    payment_succeeded: 'le paiement a abouti',
    payment_failed: 'une tentative a été refusée',
    refund_succeeded: '{amount} ont été remboursés',
    dispute_opened: 'la banque du payeur a ouvert le litige',
  },
})

export const evidenceWords = (locale: string) => speak(words, locale)

/** Which of what happened speaks for the payment, by its kind. */
export const TOLD: Readonly<Record<string, keyof (typeof words)['en'] | undefined>> = {
  'payment_request.created': 'request_created',
  'payment_request.sent': 'request_sent',
  'payment_request.reminded': 'request_reminded',
  'payment_link.issued': 'link_issued',
  'payment_link.opened': 'link_opened',
  'payment_link.wanted': 'link_wanted',
  'message.sent': 'message_sent',
  'payment.started': 'payment_started',
  'payment.entered_by_phone': 'payment_by_phone',
  'payment.requires_action': 'payment_action',
  'payment.succeeded': 'payment_succeeded',
  'payment.failed': 'payment_failed',
  'refund.succeeded': 'refund_succeeded',
  'dispute.opened': 'dispute_opened',
}

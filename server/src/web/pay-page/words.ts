import { defineWords, speak } from '../../lib/words.ts'
import { debitReason } from '../../payments/index.ts'
import { declineHeading, declineSentence } from './decline-words.ts'
import { stateWords } from './state-words.ts'

export { declineSentence } from './decline-words.ts'

/** What the server says to a page that is open: answers to a payment, and problems. */
const words = defineWords({
  en: {
    succeeded: 'Paid. Thank you.',
    processing: 'Your payment is on its way. Please do not pay again.',
    requires_action: 'Your bank asks you to confirm this payment.',
    canceled: 'The payment was stopped. Nothing was charged.',
    unsure: 'We are checking with the bank. Please do not pay again.',
    amount_changed: '{now} Nothing was charged. Check it, then press the button again.',
    payment_under_way: 'A payment for this is being made right now. Please do not pay again.',
    nothing_is_owed: 'This is already paid. Nothing was charged.',
    too_many_tries: 'Let’s pause for an hour. Nothing was charged.',
    link_not_payable: 'This link can no longer be paid. Nothing was charged.',
    mandate_not_accepted:
      'To pay from a bank account, give its owner’s name and an e-mail address. Nothing was charged.',
    consent_outdated:
      'What you agree to reads differently by now. Nothing was charged and nothing was saved: look at it again.',
    method_not_offered: 'This can no longer be paid in this way. Nothing was charged.',
  },
  fr: {
    succeeded: 'Payé. Merci.',
    processing: 'Votre paiement est en route. Merci de ne pas payer à nouveau.',
    requires_action: 'Votre banque vous demande de confirmer ce paiement.',
    canceled: 'Le paiement a été arrêté. Rien n’a été débité.',
    unsure: 'Nous vérifions auprès de la banque. Merci de ne pas payer à nouveau.',
    amount_changed: '{now} Rien n’a été débité. Vérifiez-le, puis appuyez de nouveau sur le bouton.',
    payment_under_way: 'Un paiement est en cours en ce moment. Merci de ne pas payer à nouveau.',
    nothing_is_owed: 'C’est déjà payé. Rien n’a été débité.',
    too_many_tries: 'Faisons une pause d’une heure. Rien n’a été débité.',
    link_not_payable: 'Ce lien ne permet plus de payer. Rien n’a été débité.',
    mandate_not_accepted:
      'Pour payer depuis un compte bancaire, indiquez le nom de son titulaire et une adresse courriel. Rien n’a été débité.',
    consent_outdated:
      'Le texte de votre accord a changé. Rien n’a été débité ni enregistré\u00a0: relisez-le.',
    method_not_offered: 'Ce mode de paiement n’est plus proposé ici. Rien n’a été débité.',
  },
})

export type PaymentAnswerState =
  | 'succeeded'
  | 'processing'
  | 'requires_action'
  | 'declined'
  | 'canceled'
  | 'unsure'

/** `PaymentAnswer.message`: what became of the payment, in the page's language. */
export function answerMessage(
  locale: string,
  state: PaymentAnswerState,
  declineCode?: string | null,
): string {
  if (state === 'declined')
    return `${declineHeading(declineCode, locale)} ${declineSentence(declineCode, locale)}`
  return speak(words, locale)(state)
}

/** The same of a bank debit that was refused at once. */
export function debitMessage(locale: string, code: string | null): string {
  return `${speak(stateWords, locale)('debitFailed')} ${debitReason(code, locale)}`
}

export type PayPageProblem =
  | 'amount_changed'
  | 'payment_under_way'
  | 'nothing_is_owed'
  | 'too_many_tries'
  | 'link_not_payable'
  | 'method_not_offered'
  | 'mandate_not_accepted'
  | 'consent_outdated'

/** A problem's `message`. `now` is what the amount is by now, as a sentence: `amount_changed` alone wants it. */
export function problemMessage(locale: string, code: PayPageProblem, params: { now?: string } = {}): string {
  return speak(words, locale)(code, params)
}

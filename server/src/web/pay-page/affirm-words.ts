import { defineWords, speak } from '../../lib/words.ts'

/** What paying over time with Affirm says on the page (R-170 … R-178). */
const words = defineWords({
  en: {
    payWith: 'Pay with Affirm',
    intro:
      'Pay over time. See if you qualify: Affirm asks you to sign in or to open an account, and its soft credit check does not affect your credit score.',
    plans:
      'Which plans there are depends on the amount and on that check. A plan may cost interest: Affirm shows it before you agree, and e-mails you a copy of your plan.',
    privacy: 'How Affirm protects your information',
    name: 'Your name',
    assurance: 'You finish on Affirm’s own page. {company} never sees what you tell Affirm.',
    going: 'You are going on to Affirm. Please do not pay again.',
    waiting: 'Affirm is waiting for you.',
    waitingThen: 'Nothing was charged yet. Continue to Affirm, or start over and pay in another way.',
    continue: 'Continue to Affirm',
    refused: 'Affirm could not offer a plan. Nothing was charged.',
    refusedThen: 'Affirm alone decides and knows why. Please pay in another way.',
    stopped: 'You did not agree to a plan with Affirm. Nothing was charged.',
    stoppedThen: 'You can try again, or pay in another way.',
    failed: 'The payment with Affirm did not go through. Nothing was charged.',
    failedThen: 'You can try again in a moment, or pay in another way.',
    paidOn: 'paid {date} with Affirm',
    paidThen: 'Affirm e-mails you a copy of your plan.',
    refundedThen:
      'Affirm takes it off what you still owe and returns what you have paid on it beyond. Interest that you have paid is not returned.',
  },
  fr: {
    payWith: 'Payer avec Affirm',
    intro:
      'Payez en plusieurs fois. Voyez si vous êtes admissible\u00a0: Affirm vous demande de vous connecter ou d’ouvrir un compte, et sa vérification de crédit légère n’affecte pas votre cote de crédit.',
    plans:
      'Les plans proposés dépendent du montant et de cette vérification. Un plan peut comporter des intérêts\u00a0: Affirm les indique avant que vous n’acceptiez, et vous envoie une copie de votre plan par courriel.',
    privacy: 'Comment Affirm protège vos renseignements',
    name: 'Votre nom',
    assurance: 'Vous terminez sur la page d’Affirm. {company} ne voit jamais ce que vous indiquez à Affirm.',
    going: 'Vous passez chez Affirm. Merci de ne pas payer à nouveau.',
    waiting: 'Affirm vous attend.',
    waitingThen:
      'Rien n’a encore été débité. Continuez chez Affirm, ou recommencez et payez d’une autre façon.',
    continue: 'Continuer chez Affirm',
    refused: 'Affirm n’a pas pu proposer de plan. Rien n’a été débité.',
    refusedThen: 'Affirm seul décide et en connaît la raison. Payez d’une autre façon.',
    stopped: 'Vous n’avez pas accepté de plan chez Affirm. Rien n’a été débité.',
    stoppedThen: 'Vous pouvez réessayer, ou payer d’une autre façon.',
    failed: 'Le paiement avec Affirm n’a pas abouti. Rien n’a été débité.',
    failedThen: 'Vous pouvez réessayer dans un instant, ou payer d’une autre façon.',
    paidOn: 'payé le {date} avec Affirm',
    paidThen: 'Affirm vous envoie une copie de votre plan par courriel.',
    refundedThen:
      'Affirm le déduit de ce que vous lui devez encore et vous rend ce que vous avez versé au-delà. Les intérêts payés ne sont pas rendus.',
  },
})

/** Where Affirm says what it does with what it learns. */
export const AFFIRM_PRIVACY = 'https://www.affirm.com/privacy'

export const affirmWords = (locale: string) => speak(words, locale)

const BY_CODE: Readonly<Record<string, 'refused' | 'stopped'>> = {
  payment_method_provider_decline: 'refused',
  payment_method_customer_decline: 'stopped',
  payment_intent_payment_attempt_expired: 'stopped',
}

/** Why there was no plan, by the processor's code: first line and what follows. */
export function affirmRefusal(locale: string, code: string | null): [first: string, then: string] {
  const say = affirmWords(locale)
  const why = BY_CODE[code ?? ''] ?? 'failed'
  return [say(why), say(`${why}Then`)]
}

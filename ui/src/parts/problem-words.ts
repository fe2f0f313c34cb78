import { defineWords } from '../words/index.ts'

/** What to call a problem, by its code; `other` where there is no better. The sentence is the server's own. */
export const problemTitles = defineWords({
  en: {
    other: 'This did not work.',
    no_answer: 'The server does not answer.',
    internal_error: 'Something failed on our side.',
    invalid_request: 'Something in this form is not right.',
    not_found: 'This is not here.',
    permission_denied: 'Your role does not allow this.',
    too_many_attempts: 'Too many tries. Let’s pause for a while.',
    sign_in_refused: 'This e-mail address and password do not go together.',
    amount_changed: 'The amount has changed meanwhile.',
    amount_invalid: 'This amount cannot be asked for.',
    refund_too_large: 'That is more than is left to refund.',
    links_switched_off: 'Payment links are switched off.',
    already_exists: 'This exists already.',
    payments_account_missing: 'The payments account is not enabled.',
    currency_not_settled: 'Your payments account does not take this currency.',
  },
  fr: {
    other: 'Cela n’a pas fonctionné.',
    no_answer: 'Le serveur ne répond pas.',
    internal_error: 'Une erreur s’est produite de notre côté.',
    invalid_request: 'Quelque chose ne va pas dans ce formulaire.',
    not_found: 'Cet élément n’est pas ici.',
    permission_denied: 'Votre rôle ne le permet pas.',
    too_many_attempts: 'Trop d’essais. Faisons une pause.',
    sign_in_refused: 'Cette adresse et ce mot de passe ne vont pas ensemble.',
    amount_changed: 'Le montant a changé entre-temps.',
    amount_invalid: 'Ce montant ne peut pas être demandé.',
    refund_too_large: 'C’est plus que ce qui reste à rembourser.',
    links_switched_off: 'Les liens de paiement sont désactivés.',
    already_exists: 'Cela existe déjà.',
    payments_account_missing: 'Le compte de paiement n’est pas actif.',
    currency_not_settled: 'Votre compte de paiement ne prend pas cette devise.',
  },
})

/** What stands around that. */
export const problemWords = defineWords({
  en: {
    noAnswer:
      'We do not know whether your last step arrived. Check your connection and try again: a repeat is not done twice.',
    crashed: 'This part of the page failed. Nothing was changed by that.',
    again: 'Try again',
    reload: 'Reload the page',
    code: 'Code for support: {code}',
  },
  fr: {
    noAnswer:
      'Nous ne savons pas si votre dernière action est arrivée. Vérifiez votre connexion et réessayez\u00a0: rien n’est fait deux fois.',
    crashed: 'Cette partie de la page a échoué. Rien n’a été modifié pour autant.',
    again: 'Réessayer',
    reload: 'Recharger la page',
    code: 'Code pour l’assistance\u00a0: {code}',
  },
})

import { defineWords } from '../../words/index.ts'

/** What stands around the words of a code. */
export const problemWords = defineWords({
  en: {
    noAnswer:
      'The server does not answer.\nWe do not know whether your last step arrived. What you typed is kept: check your connection and try again. A repeat is not done twice.',
    crashed: 'This part of the page failed.\nNothing was changed by that.',
    field: '{field}: {reason}',
    own: 'The server says: {text}',
    wait: 'Try again in {minutes, plural, one {a minute} other {# minutes}}.',
    most: 'At most {amount} is left for this.',
    between: 'One payment takes from {least} to {most}.',
    settled: '{amount} of it is paid.',
    names: 'It is about: {names}.',
    sums: 'By rule {rule}, {computed} was expected, and the file says {stated}.',
    again: 'Try again',
    reload: 'Reload the page',
    code: 'Code for support: {code}',
  },
  fr: {
    noAnswer:
      'Le serveur ne répond pas.\nNous ne savons pas si votre dernière action est arrivée. Votre saisie est conservée\u00a0: vérifiez votre connexion et réessayez. Rien n’est fait deux fois.',
    crashed: 'Cette partie de la page a échoué.\nRien n’a été modifié pour autant.',
    field: '{field}\u00a0: {reason}',
    own: 'Précision du serveur, en anglais\u00a0: {text}',
    wait: 'Réessayez dans {minutes, plural, one {une minute} other {# minutes}}.',
    most: 'Il reste au plus {amount} pour cela.',
    between: 'Un paiement accepte de {least} à {most}.',
    settled: '{amount} en sont payés.',
    names: 'Il s’agit de\u00a0: {names}.',
    sums: 'Selon la règle {rule}, on attendait {computed}, et le fichier indique {stated}.',
    again: 'Réessayer',
    reload: 'Recharger la page',
    code: 'Code pour l’assistance\u00a0: {code}',
  },
})

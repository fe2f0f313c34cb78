import { defineWords } from '../../words/index.ts'

export const shellWords = defineWords({
  en: {
    person: 'Your account: {name}',
    companies: 'Companies',
    look: 'Look',
    lookAuto: 'System',
    lookLight: 'Light',
    lookDark: 'Dark',
    language: 'Language',
    signOut: 'Sign out',
    new: 'New',
    sessionEnded: 'Please sign in again.',
    sessionEndedText: 'Your session has ended. What you were doing is kept and goes on when you are back.',
    leave: 'Sign in as somebody else',
    elsewhere: 'This browser is at {there} now.',
    elsewhereText:
      'You went on there in another tab. What you typed here is kept: come back to {here} and go on, or leave it and go on at {there}.',
    elsewhereOther:
      '{name} signed in with another tab. What you typed here cannot go on; copy what you need of it first.',
    comeBack: 'Come back to {here}',
    follow: 'Go on at {there}',
    switched: 'You are at {company} now.',
  },
  fr: {
    person: 'Votre compte\u00a0: {name}',
    companies: 'Entreprises',
    look: 'Apparence',
    lookAuto: 'Système',
    lookLight: 'Clair',
    lookDark: 'Sombre',
    language: 'Langue',
    signOut: 'Se déconnecter',
    new: 'Nouveau',
    sessionEnded: 'Veuillez vous reconnecter.',
    sessionEndedText:
      'Votre session est terminée. Ce que vous faisiez est gardé et reprendra dès votre retour.',
    leave: 'Se connecter avec un autre compte',
    elsewhere: 'Ce navigateur est maintenant chez {there}.',
    elsewhereText:
      'Vous y êtes passé dans un autre onglet. Votre saisie est conservée ici\u00a0: revenez chez {here} pour continuer, ou laissez-la et continuez chez {there}.',
    elsewhereOther:
      '{name} s’est connecté dans un autre onglet. Votre saisie ne peut pas continuer ici\u00a0; copiez d’abord ce qu’il vous en faut.',
    comeBack: 'Revenir chez {here}',
    follow: 'Continuer chez {there}',
    switched: 'Vous êtes maintenant chez {company}.',
  },
})

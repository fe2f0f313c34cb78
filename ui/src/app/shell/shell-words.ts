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
    switched: 'Vous êtes maintenant chez {company}.',
  },
})

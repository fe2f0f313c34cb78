import { defineWords } from '../words/index.ts'

export const navigationWords = defineWords({
  en: {
    main: 'Main navigation',
    home: 'Home',
    new: 'New',
    more: 'More',
  },
  fr: {
    main: 'Navigation principale',
    home: 'Accueil',
    new: 'Nouveau',
    more: 'Plus',
  },
})

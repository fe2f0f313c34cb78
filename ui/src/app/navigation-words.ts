import { defineWords } from '../words/index.ts'

export const navigationWords = defineWords({
  en: {
    main: 'Main navigation',
    home: 'Home',
    pay: 'Pay',
    requests: 'Requests',
    settings: 'Settings',
    settingsLinks: 'Links and requests',
    settingsTemplates: 'Templates',
    settingsThankYou: 'Thank-you',
    quickRequest: 'Payment request',
    new: 'New',
    more: 'More',
  },
  fr: {
    main: 'Navigation principale',
    home: 'Accueil',
    pay: 'Paiements',
    requests: 'Demandes',
    settings: 'Réglages',
    settingsLinks: 'Liens et demandes',
    settingsTemplates: 'Modèles',
    settingsThankYou: 'Remerciement',
    quickRequest: 'Demande de paiement',
    new: 'Nouveau',
    more: 'Plus',
  },
})

import { defineWords } from '../../words/index.ts'

export const words = defineWords({
  en: {
    title: 'Help',
    text: 'Questions about payment links, and how they work here. What a company can set otherwise says so.',
    back: 'To the dashboard',
    signIn: 'Sign in',
    general: 'General',
    features: 'Features',
    security: 'Security and compliance',
    usage: 'Usage',
  },
  fr: {
    title: 'Aide',
    text: 'Des questions sur les liens de paiement, et comment ils marchent ici. Ce qu’une entreprise peut régler autrement est indiqué.',
    back: 'Vers le tableau de bord',
    signIn: 'Se connecter',
    general: 'Généralités',
    features: 'Fonctions',
    security: 'Sécurité et conformité',
    usage: 'Utilisation',
  },
})

import { defineWords } from '../../../words/index.ts'

/** What we fill in, by the names that stand between braces. */
export const variableWords = defineWords({
  en: {
    'customer.name': 'Customer’s name',
    'customer.code': 'Customer’s code',
    'customer.email': 'Customer’s e-mail address',
    'customer.phone': 'Customer’s phone',
    'company.name': 'Your company’s name',
    'company.phone': 'Your phone',
    'company.email': 'Your e-mail address',
    'request.amount': 'Amount asked for',
    'request.reference': 'Reference',
    'request.due_on': 'Due date',
    'payment.amount': 'Amount paid',
    'payment.receipt': 'Receipt number',
    'appointment.starts_at': 'Appointment',
    link: 'The payment link',
  },
  fr: {
    'customer.name': 'Nom du client',
    'customer.code': 'Code du client',
    'customer.email': 'Adresse courriel du client',
    'customer.phone': 'Téléphone du client',
    'company.name': 'Nom de votre entreprise',
    'company.phone': 'Votre téléphone',
    'company.email': 'Votre adresse courriel',
    'request.amount': 'Montant demandé',
    'request.reference': 'Référence',
    'request.due_on': 'Échéance',
    'payment.amount': 'Montant payé',
    'payment.receipt': 'Numéro du reçu',
    'appointment.starts_at': 'Rendez-vous',
    link: 'Le lien de paiement',
  },
})

export const VARIABLES = Object.keys(variableWords.en) as (keyof typeof variableWords.en)[]

import { defineWords } from '../../../words/index.ts'

export const walletWords = defineWords({
  en: {
    title: 'Apple Pay and Google Pay',
    text: 'Payers see them on devices that have them, once the processor knows the domain of your payment pages.',
    domain: 'Domain of the payment pages',
    active: 'Active',
    inactive: 'Not active',
    unregistered: 'Not registered',
    register: 'Register the domain',
    again: 'Check again',
    todo: 'The processor says: {reason} Put that right, then check again.',
    todoUnknown: 'The processor gives no reason. Check again in some minutes.',
    done: 'The domain is registered.',
    mayNot: 'Registering it is for those who may set up the payments account.',
  },
  fr: {
    title: 'Apple Pay et Google Pay',
    text: 'Les payeurs les voient sur les appareils qui les ont, dès que le processeur connaît le domaine de vos pages de paiement.',
    domain: 'Domaine des pages de paiement',
    active: 'Actif',
    inactive: 'Inactif',
    unregistered: 'Pas enregistré',
    register: 'Enregistrer le domaine',
    again: 'Vérifier de nouveau',
    todo: 'Le processeur dit\u00a0: {reason} Corrigez-le, puis vérifiez de nouveau.',
    todoUnknown: 'Le processeur ne donne pas de raison. Vérifiez de nouveau dans quelques minutes.',
    done: 'Le domaine est enregistré.',
    mayNot: 'L’enregistrement revient à ceux qui peuvent préparer le compte de paiement.',
  },
})

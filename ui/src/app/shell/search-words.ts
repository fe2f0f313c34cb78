import { defineWords } from '../../words/index.ts'

export const searchWords = defineWords({
  en: {
    label: 'Search everything',
    hint: 'Customers, invoices, requests, amounts',
    customers: 'Customers',
    invoices: 'Invoices',
    requests: 'Payment requests',
    none: 'Nothing holds “{text}”.',
    somebody: 'whoever has the link',
  },
  fr: {
    label: 'Tout rechercher',
    hint: 'Clients, factures, demandes, montants',
    customers: 'Clients',
    invoices: 'Factures',
    requests: 'Demandes de paiement',
    none: 'Rien ne contient «\u00a0{text}\u00a0».',
    somebody: 'quiconque a le lien',
  },
})

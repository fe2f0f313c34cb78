import { defineWords } from '../../words/index.ts'

export const byPhoneWords = defineWords({
  en: {
    take: 'Take a payment by phone',
    text: 'You enter the card that the customer gives you on a page of its own: never type a card number anywhere here. That page takes one payment of this amount within 15\u00a0minutes, and then leads you back.',
    pays: '{customer} pays {amount} for {name}.',
    paysUnnamed: 'The customer pays {amount} for {name}.',
    do: 'Enter the card for {amount}',
    doNothing: 'Enter the card',
    invoices: 'What is paid',
    invoice: '{number} · {amount}',
    count: '{count, plural, one {# invoice} other {# invoices}}',
    nothing: 'No invoice of {customer} is open.',
    otherCurrency: 'One payment is in one currency: tick invoices of one.',
    taken: '{amount} taken by phone with {method}.',
    onItsWay: '{amount} is on its way, taken by phone.',
  },
  fr: {
    take: 'Encaisser par téléphone',
    text: 'Vous saisissez la carte que le client vous dicte sur une page à part\u00a0: ne tapez jamais de numéro de carte ici. Cette page prend un seul paiement, de ce montant, dans les 15\u00a0minutes, puis vous ramène ici.',
    pays: '{customer} paie {amount} pour {name}.',
    paysUnnamed: 'Le client paie {amount} pour {name}.',
    do: 'Saisir la carte pour {amount}',
    doNothing: 'Saisir la carte',
    invoices: 'Ce qui est payé',
    invoice: '{number} · {amount}',
    count: '{count, plural, one {# facture} other {# factures}}',
    nothing: 'Aucune facture de {customer} n’est ouverte.',
    otherCurrency: 'Un paiement se fait dans une seule devise\u00a0: cochez des factures de la même.',
    taken: '{amount} encaissés par téléphone avec {method}.',
    onItsWay: '{amount} sont en route, encaissés par téléphone.',
  },
})

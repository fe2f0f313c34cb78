import { defineWords } from '../../words/index.ts'

export const importWords = defineWords({
  en: {
    title: 'Import invoices',
    kinds: 'E-invoices and credit notes as UBL or CII (XML) or Factur-X (PDF); lists of invoices as CSV.',
    notKnown: '{name} is none of XML, PDF and CSV. Nothing was imported of it.',
    reading: 'Being read',
    wouldImport:
      '{count, plural, =0 {No invoice would be imported} one {# invoice would be imported} other {# invoices would be imported}}, from {lines, plural, one {# line} other {# lines}}.',
    imported:
      '{count, plural, =0 {No invoice was imported} one {# invoice is imported} other {# invoices are imported}}, from {lines, plural, one {# line} other {# lines}}.',
    known: 'Imported before, and left as they are: {numbers}',
    customers: '{count, plural, one {# new customer} other {# new customers}}',
    ignored: 'Columns that were not read: {columns}',
    more: '{numbers} and {count} more',
    importNow: '{count, plural, one {Import # invoice} other {Import # invoices}}',
    invoice: 'Invoice {number} is imported.',
    creditNote: 'Credit note {number} is imported.',
    open: 'Open it',
    notOurs: 'Is this yours?',
    sellers: 'The document’s seller is {seller}; your company is {company}. Nothing was imported.',
    confirmSeller: 'It is ours: import it',
    sellerHint: 'Import only what you wrote yourself. The name is remembered and not asked about again.',
  },
  fr: {
    title: 'Importer des factures',
    kinds:
      'Factures et avoirs électroniques en UBL ou CII (XML) ou Factur-X (PDF)\u00a0; listes de factures en CSV.',
    notKnown: '{name} n’est ni XML, ni PDF, ni CSV. Rien n’en a été importé.',
    reading: 'Lecture en cours',
    wouldImport:
      '{count, plural, =0 {Aucune facture ne serait importée} one {# facture serait importée} other {# factures seraient importées}}, à partir de {lines, plural, one {# ligne} other {# lignes}}.',
    imported:
      '{count, plural, =0 {Aucune facture n’a été importée} one {# facture est importée} other {# factures sont importées}}, à partir de {lines, plural, one {# ligne} other {# lignes}}.',
    known: 'Déjà importées, et laissées telles quelles\u00a0: {numbers}',
    customers: '{count, plural, one {# nouveau client} other {# nouveaux clients}}',
    ignored: 'Colonnes non lues\u00a0: {columns}',
    more: '{numbers} et {count} de plus',
    importNow: '{count, plural, one {Importer # facture} other {Importer # factures}}',
    invoice: 'La facture {number} est importée.',
    creditNote: 'L’avoir {number} est importé.',
    open: 'L’ouvrir',
    notOurs: 'Est-elle de vous\u00a0?',
    sellers:
      'Le vendeur du document est {seller}\u00a0; votre entreprise est {company}. Rien n’a été importé.',
    confirmSeller: 'Elle est de nous\u00a0: importer',
    sellerHint: 'N’importez que ce que vous avez émis vous-même. Le nom est retenu et ne sera plus demandé.',
  },
})

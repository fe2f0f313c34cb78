import { defineWords } from '../../words/index.ts'

export const importWords = defineWords({
  en: {
    title: 'Import invoices and credits',
    kinds:
      'E-invoices and credit notes as UBL or CII (XML) or Factur-X (PDF); lists of invoices or credits as CSV.',
    holding: 'What the list holds',
    invoices: 'Invoices',
    invoicesHint: 'They are booked as sales, with their tax.',
    open_invoices: 'Open invoices from before (opening balances)',
    open_invoicesHint: 'They are owed and can be paid; sales and tax are in the books that they come from.',
    credits: 'Credits',
    creditsHint: 'They are booked as returns, and stay open until they are applied or refunded.',
    open_credits: 'Open credits from before (opening balances)',
    open_creditsHint: 'They can be applied and refunded; the returns are in the books that they come from.',
    notKnown: '{name} is none of XML, PDF and CSV. Nothing was imported of it.',
    reading: 'Being read',
    wouldImport:
      '{of, select, credits {{count, plural, =0 {No credit would be imported} one {# credit would be imported} other {# credits would be imported}}} other {{count, plural, =0 {No invoice would be imported} one {# invoice would be imported} other {# invoices would be imported}}}}, from {lines, plural, one {# line} other {# lines}}.',
    imported:
      '{of, select, credits {{count, plural, =0 {No credit was imported} one {# credit is imported} other {# credits are imported}}} other {{count, plural, =0 {No invoice was imported} one {# invoice is imported} other {# invoices are imported}}}}, from {lines, plural, one {# line} other {# lines}}.',
    known: 'Imported before, and left as they are: {numbers}',
    customers: '{count, plural, one {# new customer} other {# new customers}}',
    ignored: 'Columns that were not read: {columns}',
    more: '{numbers} and {count} more',
    importNow:
      '{of, select, credits {{count, plural, one {Import # credit} other {Import # credits}}} other {{count, plural, one {Import # invoice} other {Import # invoices}}}}',
    invoice: 'Invoice {number} is imported.',
    creditNote: 'Credit note {number} is imported.',
    open: 'Open it',
    notOurs: 'Is this yours?',
    sellers: 'The document’s seller is {seller}; your company is {company}. Nothing was imported.',
    confirmSeller: 'It is ours: import it',
    sellerHint: 'Import only what you wrote yourself. The name is remembered and not asked about again.',
  },
  fr: {
    title: 'Importer des factures et des crédits',
    kinds:
      'Factures et avoirs électroniques en UBL ou CII (XML) ou Factur-X (PDF)\u00a0; listes de factures ou de crédits en CSV.',
    holding: 'Ce que contient la liste',
    invoices: 'Des factures',
    invoicesHint: 'Elles sont comptabilisées en ventes, avec leur taxe.',
    open_invoices: 'Des factures ouvertes d’avant (soldes d’ouverture)',
    open_invoicesHint:
      'Elles sont dues et peuvent être payées\u00a0; les ventes et la taxe sont dans la comptabilité d’où elles viennent.',
    credits: 'Des crédits',
    creditsHint:
      'Ils sont comptabilisés en retours, et restent ouverts jusqu’à être appliqués ou remboursés.',
    open_credits: 'Des crédits ouverts d’avant (soldes d’ouverture)',
    open_creditsHint:
      'Ils peuvent être appliqués et remboursés\u00a0; les retours sont dans la comptabilité d’où ils viennent.',
    notKnown: '{name} n’est ni XML, ni PDF, ni CSV. Rien n’en a été importé.',
    reading: 'Lecture en cours',
    wouldImport:
      '{of, select, credits {{count, plural, =0 {Aucun crédit ne serait importé} one {# crédit serait importé} other {# crédits seraient importés}}} other {{count, plural, =0 {Aucune facture ne serait importée} one {# facture serait importée} other {# factures seraient importées}}}}, à partir de {lines, plural, one {# ligne} other {# lignes}}.',
    imported:
      '{of, select, credits {{count, plural, =0 {Aucun crédit n’a été importé} one {# crédit est importé} other {# crédits sont importés}}} other {{count, plural, =0 {Aucune facture n’a été importée} one {# facture est importée} other {# factures sont importées}}}}, à partir de {lines, plural, one {# ligne} other {# lignes}}.',
    known: 'Déjà là, et laissé tel quel\u00a0: {numbers}',
    customers: '{count, plural, one {# nouveau client} other {# nouveaux clients}}',
    ignored: 'Colonnes non lues\u00a0: {columns}',
    more: '{numbers} et {count} de plus',
    importNow:
      '{of, select, credits {{count, plural, one {Importer # crédit} other {Importer # crédits}}} other {{count, plural, one {Importer # facture} other {Importer # factures}}}}',
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

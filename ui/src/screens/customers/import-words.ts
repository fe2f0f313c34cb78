import { defineWords } from '../../words/index.ts'

export const importWords = defineWords({
  en: {
    title: 'Import customers',
    kinds:
      'CSV with the columns name, code, email, phone, language, address, country, time_zone (such as Europe/Paris), tax_id, payment_links_enabled (true or false), external_id; only name is needed. What was exported from here can come back: who is there already stays as they are.',
    reading: 'Being read',
    wouldImport:
      '{count, plural, =0 {No customer would be added} one {# customer would be added} other {# customers would be added}}, from {lines, plural, one {# line} other {# lines}}.',
    imported:
      '{count, plural, =0 {No customer was added} one {# customer is added} other {# customers are added}}.',
    known: 'There already, and left as they are: {count, plural, one {# line} other {# lines}}',
    ignored: 'Columns that were not read: {columns}',
    importNow: '{count, plural, one {Add # customer} other {Add # customers}}',
  },
  fr: {
    title: 'Importer des clients',
    kinds:
      'CSV avec les colonnes name, code, email, phone, language, address, country, time_zone (comme Europe/Paris), tax_id, payment_links_enabled (true ou false), external_id\u00a0; seul name est nécessaire. Ce qui a été exporté d’ici peut revenir\u00a0: qui est déjà là reste tel quel.',
    reading: 'Lecture en cours',
    wouldImport:
      '{count, plural, =0 {Aucun client ne serait ajouté} one {# client serait ajouté} other {# clients seraient ajoutés}}, à partir de {lines, plural, one {# ligne} other {# lignes}}.',
    imported:
      '{count, plural, =0 {Aucun client n’a été ajouté} one {# client est ajouté} other {# clients sont ajoutés}}.',
    known: 'Déjà là, et laissés tels quels\u00a0: {count, plural, one {# ligne} other {# lignes}}',
    ignored: 'Colonnes non lues\u00a0: {columns}',
    importNow: '{count, plural, one {Ajouter # client} other {Ajouter # clients}}',
  },
})

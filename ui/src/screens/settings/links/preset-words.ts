import { defineWords } from '../../../words/index.ts'

export const presetWords = defineWords({
  en: {
    title: 'Presets',
    text: 'Each sets many of the settings below at once. You see what changes before anything does.',
    saveFirst: 'Save or discard your changes first.',
    current: 'As it is now',
    kinnek: 'Kinnek',
    kinnek_text: 'Detailed requests with a document, by links that never expire.',
    komet: 'Komet',
    komet_text:
      'Links in e-mailed invoices only, for 24 hours from their opening. Customers ask for a new one, and a declined link is not tried again.',
    koronet: 'Koronet',
    koronet_text: 'As Komet, by links that never expire.',
    komet_receiving: 'Komet receiving',
    komet_receiving_text:
      'Staff take payments, with links as the other way. Wallets stand below the card, else every default.',
    kimoby: 'Kimoby',
    kimoby_text:
      'Quick requests and invoices, by links to copy that never expire. A paid link shows its receipt.',
    dialog: 'Preset “{name}”',
    setting: 'Setting',
    now: 'Now',
    after: 'Then',
    nothing: 'Your settings are this preset already. Nothing would change.',
    skipped: 'These stay as they are: only the operator of this installation changes them.',
    apply: '{count, plural, one {Change # setting} other {Change # settings}}',
    applied: '{count, plural, one {# setting is} other {# settings are}} as in “{name}” now.',
    links: 'Links that are out keep the expiry that they were issued with.',
  },
  fr: {
    title: 'Préréglages',
    text: 'Chacun fixe plusieurs des réglages ci-dessous d’un coup. Vous voyez ce qui change avant que rien ne change.',
    saveFirst: 'Enregistrez ou abandonnez d’abord vos changements.',
    current: 'En vigueur',
    kinnek: 'Kinnek',
    kinnek_text: 'Demandes détaillées avec un document, par des liens qui n’expirent jamais.',
    komet: 'Komet',
    komet_text:
      'Des liens dans les factures envoyées par courriel seulement, pour 24 heures après leur ouverture. Le client en demande un nouveau, et un lien refusé n’est pas réessayé.',
    koronet: 'Koronet',
    koronet_text: 'Comme Komet, par des liens qui n’expirent jamais.',
    komet_receiving: 'Komet, réception',
    komet_receiving_text:
      'Le personnel prend les paiements, les liens en sont l’autre voie. Portefeuilles sous la carte, sinon tout par défaut.',
    kimoby: 'Kimoby',
    kimoby_text:
      'Demandes rapides et factures, par des liens à copier qui n’expirent jamais. Un lien payé montre son reçu.',
    dialog: 'Préréglage «\u00a0{name}\u00a0»',
    setting: 'Réglage',
    now: 'Maintenant',
    after: 'Ensuite',
    nothing: 'Vos réglages sont déjà ceux de ce préréglage. Rien ne changerait.',
    skipped: 'Ceux-ci restent tels quels\u00a0: seul l’exploitant de cette installation peut les changer.',
    apply: '{count, plural, one {Changer # réglage} other {Changer # réglages}}',
    applied:
      '{count, plural, one {# réglage est maintenant celui} other {# réglages sont maintenant ceux}} de «\u00a0{name}\u00a0».',
    links: 'Les liens déjà envoyés gardent l’échéance avec laquelle ils ont été émis.',
  },
})

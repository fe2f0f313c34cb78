import { defineWords, speak } from '../../lib/words.ts'

/** What the page says of sending a wire. */
const words = defineWords({
  en: {
    heading: 'Pay by wire',
    intro:
      'Send {amount} from your bank to an account number that is yours alone. A wire usually arrives the same day, and this page says so.',
    show: 'Show the bank details',
    awaited: 'Send {amount} from your bank.',
    awaitedThen:
      'Write the reference on the wire, so that we know what it is for. It usually arrives the same day; this page then says so, and a receipt comes by mail.',
    amount: 'Amount',
    reference: 'Reference',
    holder: 'Beneficiary',
    bank: 'Bank',
    routing: 'Routing number (ABA)',
    account: 'Account number',
    swift: 'SWIFT code, from abroad',
    copy: 'Copy',
    copied: 'Copied',
    copyOf: 'Copy: {name}',
    nowhere:
      'These details are shown here and nowhere else; {company} does not mail them. Keep this page open, or come back to it.',
    another: 'Pay another way',
    unreachable: 'The bank details could not be read just now. Nothing is lost; try again in a minute.',
    again: 'Try again',
  },
  fr: {
    heading: 'Payer par virement',
    intro:
      'Envoyez {amount} depuis votre banque vers un numéro de compte qui n’est qu’à vous. Un virement arrive en général le jour même, et cette page le dit.',
    show: 'Afficher les coordonnées bancaires',
    awaited: 'Envoyez {amount} depuis votre banque.',
    awaitedThen:
      'Inscrivez la référence sur le virement, pour que nous sachions ce qu’il règle. Il arrive en général le jour même\u00a0; cette page le dit alors, et un reçu vient par courriel.',
    amount: 'Montant',
    reference: 'Référence',
    holder: 'Bénéficiaire',
    bank: 'Banque',
    routing: 'Numéro d’acheminement (ABA)',
    account: 'Numéro de compte',
    swift: 'Code SWIFT, depuis l’étranger',
    copy: 'Copier',
    copied: 'Copié',
    copyOf: 'Copier\u00a0: {name}',
    nowhere:
      'Ces coordonnées ne figurent qu’ici\u00a0; {company} ne les envoie pas par courriel. Gardez cette page ouverte, ou revenez-y.',
    another: 'Payer autrement',
    unreachable:
      'Les coordonnées bancaires n’ont pas pu être lues. Rien n’est perdu\u00a0; réessayez dans une minute.',
    again: 'Réessayer',
  },
})

export const payByWireWords = (locale: string) => speak(words, locale)

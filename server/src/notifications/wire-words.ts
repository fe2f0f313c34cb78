import { defineWords, speak } from '../lib/words.ts'

/** What a mail says of a wire, cash or a cheque that was booked and is no money after all. */
const words = defineWords({
  en: {
    subject: '{amount} to {seller} is to be paid again',
    preview: 'The {method, select, cash {payment} cheque {cheque} other {wire}} of {date} was taken back.',
    heading: 'Your {method, select, cash {payment in cash} cheque {cheque} other {wire}} was taken back.',
    intro:
      '{reason, select, bounced {{method, select, cheque {Your bank did not honour your cheque of {date}} other {The bank did not carry out your wire of {date} after all}}} other {{seller} had noted your {method, select, cash {payment in cash} cheque {cheque} other {wire}} of {date} by mistake}}. The receipt that you got for it is void, and {amount} is owed again.',
    callFirst: 'If the money left your account, call {seller} before you pay again.',
    callFirstLink:
      'If the money left your account, call {seller} before you pay again. Otherwise the button leads to what is owed.',
    fact_reference: '{method, select, cheque {Cheque number} other {Reference of the wire}}',
    fact_number: 'Void receipt',
    closing: 'Questions about this? Answer this message or call {seller}.',
  },
  fr: {
    subject: '{amount} à payer de nouveau à {seller}',
    preview:
      '{method, select, cash {Le paiement} cheque {Le chèque} other {Le virement}} du {date} a été annulé.',
    heading:
      'Votre {method, select, cash {paiement en espèces} cheque {chèque} other {virement}} a été annulé.',
    intro:
      '{reason, select, bounced {{method, select, cheque {Votre banque a rejeté votre chèque du {date}} other {La banque n’a finalement pas exécuté votre virement du {date}}}} other {{seller} avait noté votre {method, select, cash {paiement en espèces} cheque {chèque} other {virement}} du {date} par erreur}}. Le reçu que vous avez eu n’est plus valable, et {amount} sont de nouveau dus.',
    callFirst: 'Si l’argent a quitté votre compte, appelez {seller} avant de payer de nouveau.',
    callFirstLink:
      'Si l’argent a quitté votre compte, appelez {seller} avant de payer de nouveau. Sinon, le bouton mène à ce qui est dû.',
    fact_reference: '{method, select, cheque {Numéro du chèque} other {Référence du virement}}',
    fact_number: 'Reçu non valable',
    closing: 'Une question\u00a0? Répondez à ce message ou appelez {seller}.',
  },
})

export const wireWords = (locale: string) => speak(words, locale)

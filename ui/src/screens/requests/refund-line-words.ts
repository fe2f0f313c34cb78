import { defineWords } from '../../words/index.ts'

export const refundLineWords = defineWords({
  en: {
    title: 'Given back: {amount}',
    given: '{way}, {date}',
    number: 'No. {number}',
    bankReference: 'The payer’s bank finds it by {number}',
    undo: 'It was not given',
    undoTitle: 'It was not given back after all',
    undoDo: 'Take {amount} out of the books',
    undoText:
      '{amount} counts as the company’s again, as before it was booked, and the payer gets a mail that says so. Do this where a cheque was never cashed, or where it was booked by mistake.',
    undone: 'It is out of the books.',
  },
  fr: {
    title: 'Rendu\u00a0: {amount}',
    given: '{way}, {date}',
    number: 'n° {number}',
    bankReference: 'La banque du payeur le retrouve par {number}',
    undo: 'Argent non remis',
    undoTitle: 'L’argent n’a finalement pas été remis',
    undoDo: 'Retirer {amount} des comptes',
    undoText:
      '{amount} comptent de nouveau comme l’argent de l’entreprise, comme avant l’inscription, et le payeur en est informé par courriel. À faire quand un chèque n’a jamais été encaissé, ou pour une inscription par erreur.',
    undone: 'C’est retiré des comptes.',
  },
})

import { defineWords } from '../../words/index.ts'

export const originalWords = defineWords({
  en: {
    why: 'Its lines and amounts stay as they are: it came as an e-invoice, and others have the same file and reckon by it.',
    whyOld:
      'Its lines stay as they are: what its amounts were computed from was not kept when it was written.',
    what: 'What is too much is taken off by a credit note. What is wrong is voided and issued anew.',
    whatPaid:
      'Some of it is settled, so it is not voided any more: what is too much is taken off by a credit note.',
    original: 'Original file',
    credit: 'Write a credit note',
    anew: 'Void it and issue a new one',
    creditTitle: 'Credit note for {number}',
    creditText:
      'It gets a number of its own and settles this invoice as far as that is open; what is more becomes the customer’s credit.',
    amount: 'Amount before tax',
    amountWrong: 'Type a number, such as {example}.',
    tax: 'With the tax {name}',
    reason: 'Reason',
    line: 'Credit for {number}',
    creditDo: 'Credit {amount}',
    credited: '{note} is issued for {number}.',
    submitted: 'The credit note for {number} waits for approval.',
    changeTitle: 'Change the credit note for {number}',
    changeText: 'It is submitted again as you write it here.',
    changeDo: 'Submit {amount}',
  },
  fr: {
    why: 'Ses lignes et ses montants restent tels quels\u00a0: elle est arrivée comme facture électronique, et d’autres ont le même fichier et comptent avec.',
    whyOld:
      'Ses lignes restent telles quelles\u00a0: ce dont ses montants ont été calculés n’a pas été gardé à sa rédaction.',
    what: 'Ce qui est en trop se déduit par un avoir. Ce qui est faux s’annule et s’émet de nouveau.',
    whatPaid:
      'Une partie en est réglée, elle ne s’annule donc plus\u00a0: ce qui est en trop se déduit par un avoir.',
    original: 'Fichier d’origine',
    credit: 'Rédiger un avoir',
    anew: 'L’annuler et en émettre une nouvelle',
    creditTitle: 'Avoir pour {number}',
    creditText:
      'Il reçoit son propre numéro et règle cette facture pour ce qui en reste dû\u00a0; le surplus devient un crédit du client.',
    amount: 'Montant avant taxes',
    amountWrong: 'Saisissez un nombre, par exemple {example}.',
    tax: 'Avec la taxe {name}',
    reason: 'Motif',
    line: 'Avoir pour {number}',
    creditDo: 'Créditer {amount}',
    credited: '{note} est émis pour {number}.',
    submitted: 'L’avoir pour {number} attend l’approbation.',
    changeTitle: 'Modifier l’avoir pour {number}',
    changeText: 'Il est soumis à nouveau tel que vous l’écrivez ici.',
    changeDo: 'Soumettre {amount}',
  },
})

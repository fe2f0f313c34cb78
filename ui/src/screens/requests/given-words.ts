import { defineWords } from '../../words/index.ts'

/** Money that somebody gives back outside the processor. */
export const givenWords = defineWords({
  en: {
    how: 'Which way it goes',
    back: 'Back the way it was paid',
    backText: 'The processor sends it; that cannot be taken back.',
    hand: 'I gave it by hand',
    handText: 'By cheque, in cash or by wire. Here it is only booked.',
    way: 'How it was given',
    cheque: 'Cheque',
    cash: 'Cash',
    wire: 'Wire',
    other: 'Another way',
    day: 'On which day',
    reference: 'Reference: number of the cheque or wire',
    record: 'Book {amount} as given back',
    recorded: '{amount} is booked as given back.',
  },
  fr: {
    how: 'Par quelle voie',
    back: 'Par la voie du paiement',
    backText: 'Le processeur l’envoie\u00a0; c’est définitif.',
    hand: 'Je l’ai remis moi-même',
    handText: 'Par chèque, en espèces ou par virement. Ici, ce n’est qu’inscrit.',
    way: 'Moyen',
    cheque: 'Chèque',
    cash: 'Espèces',
    wire: 'Virement',
    other: 'Autre moyen',
    day: 'Quel jour',
    reference: 'Référence\u00a0: numéro du chèque ou du virement',
    record: 'Inscrire {amount} comme remboursés',
    recorded: '{amount} sont inscrits comme remboursés.',
  },
})

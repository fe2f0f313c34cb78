import { defineWords } from '../../words/index.ts'

/** What the payer will see of a refund, by how they had paid or how it was given. */
export const refundToldWords = defineWords({
  en: {
    card: 'The payer sees it on their card statement in 5 to 10 business days, rarely 15, as a credit{from}. Soon after the payment the payment itself may vanish from the statement instead.',
    ach: 'It reaches the bank account that was debited, usually within 5 business days, as a deposit{from}.',
    bnpl: 'Affirm takes it off what the payer still owes, and returns what they have paid beyond. No statement of a card shows it, and interest is not returned.',
    from: ' from {descriptor}',
    hand: 'What was paid by shows nothing of it, and the processor knows nothing of it. The payer gets a mail with this.',
  },
  fr: {
    card: 'Le payeur le verra sur son relevé de carte dans 5 à 10 jours ouvrables, rarement 15, comme un crédit{from}. Peu après le paiement, c’est parfois le paiement lui-même qui disparaît du relevé.',
    ach: 'La somme arrive sur le compte bancaire débité, d’habitude sous 5 jours ouvrables, comme un dépôt{from}.',
    bnpl: 'Affirm le déduit de ce que le payeur doit encore et lui rend ce qu’il a versé au-delà. Aucun relevé de carte ne l’affiche, et les intérêts ne sont pas rendus.',
    from: ' de {descriptor}',
    hand: 'Le moyen de paiement utilisé n’en affichera rien, et le processeur n’en sait rien. Le payeur en est informé par courriel.',
  },
})

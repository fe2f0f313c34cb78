import { defineWords } from '../../words/index.ts'

export const manyWords = defineWords({
  en: {
    on: 'Links on for {count}',
    off: 'Links off for {count}',
    onTitle: 'Enable payment links',
    onText:
      'What {count, plural, one {this customer gets} other {these # customers get}} by mail may carry a payment link again, and links that are out take payments again.',
    onDone:
      '{done, plural, one {One customer gets links.} other {# customers get links.}} {refused, plural, =0 {} one {One could not be changed and stays ticked.} other {# could not be changed and stay ticked.}}',
    offTitle: 'Switch payment links off',
    offText:
      'No mail to {count, plural, one {this customer} other {these # customers}} carries a payment link, and links that are out take no payment until they are switched on again.',
    offDone:
      '{done, plural, one {One customer gets no links.} other {# customers get no links.}} {refused, plural, =0 {} one {One could not be changed and stays ticked.} other {# could not be changed and stay ticked.}}',
  },
  fr: {
    on: 'Activer les liens pour {count}',
    off: 'Désactiver les liens pour {count}',
    onTitle: 'Activer les liens de paiement',
    onText:
      'Les courriels à {count, plural, one {ce client} other {ces # clients}} peuvent de nouveau porter un lien de paiement, et les liens déjà envoyés acceptent de nouveau les paiements.',
    onDone:
      '{done, plural, one {Un client reçoit des liens.} other {# clients reçoivent des liens.}} {refused, plural, =0 {} one {Un n’a pas pu être modifié et reste coché.} other {# n’ont pas pu être modifiés et restent cochés.}}',
    offTitle: 'Désactiver les liens de paiement',
    offText:
      'Aucun courriel à {count, plural, one {ce client} other {ces # clients}} ne porte de lien de paiement, et les liens déjà envoyés n’acceptent plus de paiement tant qu’ils ne sont pas réactivés.',
    offDone:
      '{done, plural, one {Un client ne reçoit plus de liens.} other {# clients ne reçoivent plus de liens.}} {refused, plural, =0 {} one {Un n’a pas pu être modifié et reste coché.} other {# n’ont pas pu être modifiés et restent cochés.}}',
  },
})

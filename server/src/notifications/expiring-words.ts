import { defineWords, speak } from '../lib/words.ts'

/** What the mail says to a customer whose saved card expires next month. */
const words = defineWords({
  en: {
    subject: 'Your card ending in {last4} expires at the end of {month}',
    preview: '{company} keeps it for your payments.',
    heading: 'A card that you saved expires soon',
    intro:
      'You let {company} keep this card to pay what you agree on. It can be charged until the end of {month}, and not after that.',
    next: 'If your bank sends you another card, it often takes the place of this one by itself. Otherwise ask {company} for a form to enter another one, or enter it the next time you pay.',
    fact_card: 'Card',
    fact_expires: 'Expires',
    closing: 'Nothing was charged. Never send a card number by e-mail, not even to {company}.',
  },
  fr: {
    subject: 'Votre carte se terminant par {last4} expire fin {month}',
    preview: '{company} la conserve pour vos paiements.',
    heading: 'Une carte que vous avez enregistrée expire bientôt',
    intro:
      'Vous permettez à {company} de conserver cette carte pour régler ce dont vous convenez. Elle peut être débitée jusqu’à fin {month}, et ne le sera plus ensuite.',
    next: 'Si votre banque vous envoie une autre carte, celle-ci prend souvent sa place d’elle-même. Sinon, demandez à {company} un formulaire pour en indiquer une autre, ou saisissez-la à votre prochain paiement.',
    fact_card: 'Carte',
    fact_expires: 'Expiration',
    closing: 'Rien n’a été débité. N’envoyez jamais un numéro de carte par courriel, pas même à {company}.',
  },
})

export const expiringWords = (locale: string) => speak(words, locale)

import { defineWords, speak } from '../../lib/words.ts'

const words = defineWords({
  en: {
    title: 'Messages from {seller}',
    ask: 'No more reminders and thank-you messages?',
    explain:
      '{seller} will send none to this address any more. Payment requests and receipts still arrive, and nothing changes in what is owed.',
    stop: 'Send me no more',
    done: 'Done.',
    done_explain: '{seller} sends no more reminders and thank-you messages to this address.',
  },
  fr: {
    title: 'Messages de {seller}',
    ask: 'Ne plus recevoir de rappels ni de remerciements\u00a0?',
    explain:
      '{seller} n’en enverra plus à cette adresse. Les demandes de paiement et les reçus vous parviendront toujours, et rien ne change à ce qui est dû.',
    stop: 'Ne plus m’en envoyer',
    done: 'C’est fait.',
    done_explain: '{seller} n’envoie plus de rappels ni de remerciements à cette adresse.',
  },
})

export const unsubscribeWords = (locale: string) => speak(words, locale)

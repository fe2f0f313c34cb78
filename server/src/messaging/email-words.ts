import { defineWords, speak } from '../lib/words.ts'

/** What the layout itself says; all else comes with the content. */
const words = defineWords({
  en: {
    orOpen: 'or open',
    unsubscribe: 'Stop reminders and thank-you messages',
    labelInText: '{label}:',
    sandboxTitle: 'Test mode.',
    sandboxSentence: 'This is a trial message: no money moves.',
  },
  fr: {
    orOpen: 'ou ouvrez',
    unsubscribe: 'Ne plus recevoir de rappels ni de remerciements',
    labelInText: '{label}\u00a0:',
    sandboxTitle: 'Mode test.',
    sandboxSentence: 'Ceci est un message d’essai\u00a0: aucun argent ne circule.',
  },
})

export const emailWords = (locale: string) => speak(words, locale)

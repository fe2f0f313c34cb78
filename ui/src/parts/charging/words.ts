import { defineWords } from '../../words/index.ts'

/** What came of charging what is saved. */
export const chargingWords = defineWords({
  en: {
    charged: '{amount} were charged.',
    onItsWay: '{amount} are on their way. The bank takes some days.',
    unsure: 'The processor did not answer. We keep asking; do not charge again.',
    declined: 'The bank declined: {reason}. Nothing was charged. Send {customer} a link instead.',
  },
  fr: {
    charged: '{amount} ont été débités.',
    onItsWay: '{amount} sont en route. La banque met quelques jours.',
    unsure: 'Le processeur n’a pas répondu. Nous continuons de demander\u00a0; ne débitez pas de nouveau.',
    declined: 'La banque a refusé\u00a0: {reason}. Rien n’a été débité. Envoyez plutôt un lien à {customer}.',
  },
})

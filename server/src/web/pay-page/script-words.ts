import { keeper } from '../../lib/keeper.ts'
import { defineWords, speak } from '../../lib/words.ts'

/** What the page's script says. It has no strings of its own; `[amount]` is filled in there. */
const words = defineWords({
  en: {
    paying: 'Paying [amount]… Please keep this page open.',
    confirming: 'Your bank asks you to confirm this payment.',
    checking: 'We are checking with the bank. Please do not pay again.',
    lost: 'The connection was lost. We do not know yet whether the card was charged. We keep asking and will tell you here. Please do not pay again.',
    notArrived: 'The payment did not reach us. You can press the button again: you cannot be charged twice.',
    amountChanged: 'The amount is now [amount]. Nothing was charged.',
    refused: 'The payment could not be started. Nothing was charged. Reload the page and try again.',
    pause: 'Let’s pause for an hour. Nothing was charged.',
    cardUnavailable:
      'The card form could not be loaded. Nothing was charged. Check your connection and reload the page.',
  },
  fr: {
    paying: 'Paiement de [amount] en cours… Merci de garder cette page ouverte.',
    confirming: 'Votre banque vous demande de confirmer ce paiement.',
    checking: 'Nous vérifions auprès de la banque. Merci de ne pas payer à nouveau.',
    lost: 'La connexion a été perdue. Nous ne savons pas encore si la carte a été débitée. Nous continuons de demander et vous le dirons ici. Merci de ne pas payer à nouveau.',
    notArrived:
      'Le paiement ne nous est pas parvenu. Vous pouvez appuyer de nouveau sur le bouton\u00a0: vous ne pouvez pas être débité deux fois.',
    amountChanged: 'Le montant est maintenant de [amount]. Rien n’a été débité.',
    refused: 'Le paiement n’a pas pu commencer. Rien n’a été débité. Rechargez la page et réessayez.',
    pause: 'Faisons une pause d’une heure. Rien n’a été débité.',
    cardUnavailable:
      'Le formulaire de carte n’a pas pu être chargé. Rien n’a été débité. Vérifiez votre connexion et rechargez la page.',
  },
})

type Key = keyof (typeof words)['en']
export type ScriptWords = Readonly<Record<Key, string>>

const kept = keeper<string>(100)

/** The words as JSON that may stand in a script element. */
export function scriptWords(locale: string): string {
  return kept(locale, () => {
    const say = speak(words, locale)
    const keys = Object.keys(words.en) as Key[]
    return inScript(JSON.stringify(Object.fromEntries(keys.map((key) => [key, say(key)])) as ScriptWords))
  })
}

/** JSON as it may stand in a script element: the one way out of one is a tag, so no `<` stays. */
export function inScript(json: string): string {
  return json.replaceAll('<', '\\u003c')
}

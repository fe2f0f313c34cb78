import { keeper } from '../../../lib/keeper.ts'
import { defineWords, speak } from '../../../lib/words.ts'
import { BY_PHONE_NOT_ENABLED } from '../../../payments/index.ts'
import { declineSentence } from '../decline-words.ts'
import { inScript, type ScriptWords } from '../script-words.ts'

/** What the page says to the person of the company who enters a card for a customer on the phone. */
const words = defineWords({
  en: {
    flag: 'Payment by phone',
    byPhone: 'Payment by phone: enter what the customer tells you.',
    neverNoted: 'Write the card number down nowhere else, and do not repeat it aloud.',
    title: '{what} · {company}',
    invoice: 'Invoice {number}',
    invoices: '{count, plural, one {# invoice} other {# invoices}}',
    forCustomer: 'for {name}',
    amountDue: 'Amount to charge',
    card: 'The customer’s card',
    nameOnCard: 'Name on card',
    email: 'E-mail for the customer’s receipt',
    optional: 'optional',
    charge: 'Charge {amount}',
    assurance:
      'The card goes straight to the processor: neither Quittance nor {company} ever has its number.',
    back: 'Back to Quittance',
    continue: 'The customer confirms: continue',
    startOver: 'Start over with another card',
    watching: 'We look again every few seconds. This page changes by itself.',
    needsScript:
      'Entering a card needs JavaScript, so that it goes straight to the processor. Turn it on and reload this page.',
    otherLanguage: 'Language',
    declined: 'The card was declined. Nothing was charged.',
    declinedThen: 'You can tell the customer: “{reason}”',
    notEnabled:
      'The processor does not take payments by phone as such for this account. Nothing was charged.',
    notEnabledThen:
      'It is not the card. An administrator turns “Tell the processor that it is by phone” off in the settings, or asks the processor to enable it. Then charge again.',
    too_many_tries: 'Too many cards were declined for this.',
    too_many_triesThen:
      'Nothing was charged. Wait an hour before the next try, or take the payment in another way.',
    unsure: 'We are asking the processor whether the card was charged.',
    unsureThen: 'Do not charge it again. As soon as it is known, this page goes on by itself.',
    action_needed: 'The customer’s bank asks the customer to confirm.',
    action_neededThen:
      'If they can do it now in their bank’s app, continue. Never ask them for a code: start over with another card, or send them a payment link, where they confirm it themselves. Nothing was charged so far.',
    someone_else_pays: 'A payment for this is being made right now.',
    someone_else_paysThen: 'Do not charge it a second time. This page changes by itself.',
    amount_changed: 'The amount is {amount} by now, no longer {before}.',
    amount_changedThen: 'Nothing was charged. Go back, and begin again with the new amount.',
    nothing_owed: 'Nothing is owed here any more.',
    nothing_owedThen: 'It was paid or settled in another way. Nothing was charged by this page.',
    ended: 'This page is over.',
    endedThen:
      'It lasts a quarter of an hour, for one payment, while you are signed in and may receive payments.',
    endedUncharged: 'Nothing was charged. Begin again in Quittance.',
    endedTried: 'What became of the payment stands in Quittance: look there before you charge again.',
    checking: 'We are asking the processor. Do not charge it again.',
    confirming: 'The customer’s bank asks the customer to confirm.',
    canceled: 'The payment was stopped. Nothing was charged.',
    done: 'The payment was taken.',
  },
  fr: {
    flag: 'Paiement par téléphone',
    byPhone: 'Paiement par téléphone\u00a0: saisissez ce que le client vous dicte.',
    neverNoted: 'Ne notez le numéro de carte nulle part ailleurs et ne le répétez pas à voix haute.',
    title: '{what} · {company}',
    invoice: 'Facture {number}',
    invoices: '{count, plural, one {# facture} other {# factures}}',
    forCustomer: 'pour {name}',
    amountDue: 'Montant à débiter',
    card: 'La carte du client',
    nameOnCard: 'Nom sur la carte',
    email: 'Courriel pour le reçu du client',
    optional: 'facultatif',
    charge: 'Débiter {amount}',
    assurance:
      'La carte va directement au processeur de paiement\u00a0: ni Quittance ni {company} n’en reçoivent le numéro.',
    back: 'Retour à Quittance',
    continue: 'Le client confirme\u00a0: continuer',
    startOver: 'Recommencer avec une autre carte',
    watching: 'Nous regardons de nouveau toutes les quelques secondes. Cette page change d’elle-même.',
    needsScript:
      'La saisie d’une carte a besoin de JavaScript, pour qu’elle aille directement au processeur de paiement. Activez-le et rechargez cette page.',
    otherLanguage: 'Langue',
    declined: 'La carte a été refusée. Rien n’a été débité.',
    declinedThen: 'Vous pouvez dire au client\u00a0: «\u00a0{reason}\u00a0»',
    notEnabled:
      'Le processeur n’accepte pas que ce compte signale un paiement par téléphone. Rien n’a été débité.',
    notEnabledThen:
      'La carte n’y est pour rien. Un administrateur désactive «\u00a0Signaler au processeur que c’est par téléphone\u00a0» dans les paramètres, ou demande au processeur de l’activer. Débitez ensuite de nouveau.',
    too_many_tries: 'Trop de cartes ont été refusées pour ceci.',
    too_many_triesThen:
      'Rien n’a été débité. Attendez une heure avant le prochain essai, ou encaissez le paiement autrement.',
    unsure: 'Nous demandons au processeur si la carte a été débitée.',
    unsureThen: 'Ne la débitez pas à nouveau. Dès que nous le saurons, cette page continuera d’elle-même.',
    action_needed: 'La banque du client lui demande de confirmer.',
    action_neededThen:
      'S’il peut le faire maintenant dans l’application de sa banque, continuez. Ne lui demandez jamais de code\u00a0: recommencez avec une autre carte, ou envoyez-lui un lien de paiement, où il confirmera lui-même. Rien n’a été débité pour l’instant.',
    someone_else_pays: 'Un paiement est en cours pour ceci en ce moment.',
    someone_else_paysThen: 'Ne débitez pas une seconde fois. Cette page change d’elle-même.',
    amount_changed: 'Le montant est maintenant de {amount}, et non plus de {before}.',
    amount_changedThen: 'Rien n’a été débité. Revenez en arrière et recommencez avec le nouveau montant.',
    nothing_owed: 'Il n’y a plus rien à payer ici.',
    nothing_owedThen: 'C’est payé ou réglé autrement. Cette page n’a rien débité.',
    ended: 'Cette page n’est plus valable.',
    endedThen:
      'Elle vaut un quart d’heure, pour un seul paiement, tant que vous êtes connecté et autorisé à encaisser.',
    endedUncharged: 'Rien n’a été débité. Recommencez dans Quittance.',
    endedTried:
      'Le résultat du paiement se trouve dans Quittance\u00a0: regardez-le avant de débiter à nouveau.',
    checking: 'Nous demandons au processeur. Ne débitez pas à nouveau.',
    confirming: 'La banque du client lui demande de confirmer.',
    canceled: 'Le paiement a été arrêté. Rien n’a été débité.',
    done: 'Le paiement est encaissé.',
  },
})

export const phoneWords = (locale: string) => speak(words, locale)

/** What the page's script says here, in place of what it says to payers. */
const script = defineWords({
  en: {
    paying: 'Charging [amount]… Keep this page open.',
    confirming: 'The customer’s bank asks the customer to confirm.',
    checking: 'We are asking the processor. Do not charge it again.',
    lost: 'The connection was lost. We do not know yet whether the card was charged. We keep asking and will tell you here. Do not charge it again.',
    notArrived:
      'The payment did not reach us. You can press the button again: the card cannot be charged twice.',
    amountChanged: 'The amount is now [amount]. Nothing was charged.',
    refused: 'The payment could not be started. Nothing was charged. Reload the page and try again.',
    pause: 'Too many cards were declined for this. Nothing was charged; wait an hour.',
    cardUnavailable:
      'The card form could not be loaded. Nothing was charged. Check your connection and reload the page.',
  },
  fr: {
    paying: 'Débit de [amount] en cours… Gardez cette page ouverte.',
    confirming: 'La banque du client lui demande de confirmer.',
    checking: 'Nous demandons au processeur. Ne débitez pas à nouveau.',
    lost: 'La connexion a été perdue. Nous ne savons pas encore si la carte a été débitée. Nous continuons de demander et vous le dirons ici. Ne débitez pas à nouveau.',
    notArrived:
      'Le paiement ne nous est pas parvenu. Vous pouvez appuyer de nouveau sur le bouton\u00a0: la carte ne peut pas être débitée deux fois.',
    amountChanged: 'Le montant est maintenant de [amount]. Rien n’a été débité.',
    refused: 'Le paiement n’a pas pu commencer. Rien n’a été débité. Rechargez la page et réessayez.',
    pause: 'Trop de cartes ont été refusées pour ceci. Rien n’a été débité\u00a0; attendez une heure.',
    cardUnavailable:
      'Le formulaire de carte n’a pas pu être chargé. Rien n’a été débité. Vérifiez votre connexion et rechargez la page.',
  },
})

const kept = keeper<string>(10)

/** As JSON that may stand in a script element. */
export function phoneScriptWords(locale: string): string {
  return kept(locale, () => {
    const say = speak(script, locale)
    const keys = Object.keys(script.en) as (keyof ScriptWords)[]
    const spoken: ScriptWords = Object.fromEntries(keys.map((key) => [key, say(key)])) as ScriptWords
    return inScript(JSON.stringify(spoken))
  })
}

/** That a card was declined, with what the customer may be told of it. */
export function phoneDecline(locale: string, code: string | null): [first: string, then: string] {
  const say = phoneWords(locale)
  if (code === BY_PHONE_NOT_ENABLED) return [say('notEnabled'), say('notEnabledThen')]
  return [say('declined'), say('declinedThen', { reason: declineSentence(code, locale) })]
}

import { defineWords } from '../words/index.ts'

/** Why a bank declined, in a few words for staff; `other` where there are none for its code. */
export const declineWords = defineWords({
  en: {
    insufficient_funds: 'not enough money on the card',
    expired_card: 'the card has expired',
    incorrect_cvc: 'the security code is not right',
    incorrect_number: 'the card number is not right',
    do_not_honor: 'the bank gives no reason',
    generic_decline: 'the bank gives no reason',
    lost_card: 'the bank stopped the card',
    stolen_card: 'the bank stopped the card',
    fraudulent: 'the processor suspects fraud',
    processing_error: 'the card could not be read',
    authentication_required: 'the payer did not confirm with the bank',
    card_velocity_exceeded: 'it goes over the limit of the card',
    other: 'the bank says: {code}',
  },
  fr: {
    insufficient_funds: 'provision insuffisante',
    expired_card: 'carte expirée',
    incorrect_cvc: 'code de sécurité erroné',
    incorrect_number: 'numéro de carte erroné',
    do_not_honor: 'la banque ne donne pas de raison',
    generic_decline: 'la banque ne donne pas de raison',
    lost_card: 'carte bloquée par la banque',
    stolen_card: 'carte bloquée par la banque',
    fraudulent: 'le processeur soupçonne une fraude',
    processing_error: 'la carte n’a pas pu être lue',
    authentication_required: 'le payeur n’a pas confirmé auprès de sa banque',
    card_velocity_exceeded: 'le plafond de la carte serait dépassé',
    other: 'la banque dit\u00a0: {code}',
  },
})

export function isKnownDecline(code: string): code is keyof typeof declineWords.en {
  return code in declineWords.en && code !== 'other'
}

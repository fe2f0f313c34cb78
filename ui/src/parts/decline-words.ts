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
    account_insufficient: 'not enough money on the account',
    account_closed: 'the account is closed',
    account_unknown: 'the bank knows no such account',
    account_not_authorized: 'the account’s owner did not agree to the debit',
    account_stopped: 'the account’s owner stopped the debit',
    account_frozen: 'the bank has frozen the account',
    account_no_debits: 'the account takes no debits',
    bank_account_unusable: 'an earlier debit of the account came back',
    payment_method_microdeposit_verification_attempts_exceeded:
      'the small deposits were told wrong too often',
    payment_method_microdeposit_verification_timeout: 'the small deposits were not told in time',
    payment_method_provider_decline: 'Affirm offered no plan',
    payment_method_customer_decline: 'the payer did not agree to a plan',
    payment_intent_payment_attempt_expired: 'the payer did not finish in time',
    bounced: 'not carried out by the bank',
    mistake: 'booked by mistake',
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
    account_insufficient: 'provision insuffisante sur le compte',
    account_closed: 'compte fermé',
    account_unknown: 'compte inconnu de la banque',
    account_not_authorized: 'débit non autorisé par le titulaire du compte',
    account_stopped: 'débit arrêté par le titulaire du compte',
    account_frozen: 'compte gelé par la banque',
    account_no_debits: 'aucun débit possible sur ce compte',
    bank_account_unusable: 'un débit précédent de ce compte est revenu',
    payment_method_microdeposit_verification_attempts_exceeded: 'petits dépôts mal indiqués trop de fois',
    payment_method_microdeposit_verification_timeout: 'petits dépôts non indiqués à temps',
    payment_method_provider_decline: 'Affirm n’a pas proposé de plan',
    payment_method_customer_decline: 'le payeur n’a pas accepté de plan',
    payment_intent_payment_attempt_expired: 'le payeur n’a pas terminé à temps',
    bounced: 'non exécuté par la banque',
    mistake: 'saisi par erreur',
    other: 'la banque dit\u00a0: {code}',
  },
})

type Known = keyof typeof declineWords.en

/** Return codes of bank debits that say the same to staff. */
const RETURNS: Readonly<Record<string, Known>> = {
  R01: 'account_insufficient',
  R09: 'account_insufficient',
  R02: 'account_closed',
  R03: 'account_unknown',
  R04: 'account_unknown',
  R05: 'account_not_authorized',
  R07: 'account_not_authorized',
  R10: 'account_not_authorized',
  R11: 'account_not_authorized',
  R29: 'account_not_authorized',
  R08: 'account_stopped',
  R16: 'account_frozen',
  R20: 'account_no_debits',
}

/** Which of the words says why, for a code of a card's bank or an account's. */
export function declineWord(code: string): Known {
  if (RETURNS[code]) return RETURNS[code]
  return code in declineWords.en ? (code as Known) : 'other'
}

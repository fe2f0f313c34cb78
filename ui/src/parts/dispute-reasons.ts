import { defineWords, useWords } from '../words/index.ts'

/** Why a payer's bank disputes, by the processor's code of it. */
const disputeReasons = defineWords({
  en: {
    bank_cannot_process: 'the bank could not process it',
    check_returned: 'a cheque came back',
    credit_not_processed: 'a promised refund did not come',
    customer_initiated: 'the payer asked their bank',
    debit_not_authorized: 'the debit was not authorized',
    duplicate: 'paid twice',
    fraudulent: 'not made by the card’s holder (fraud)',
    general: 'no reason given',
    incorrect_account_details: 'wrong account details',
    insufficient_funds: 'not enough money',
    noncompliant: 'against the card network’s rules',
    product_not_received: 'not received',
    product_unacceptable: 'not as described, or faulty',
    subscription_canceled: 'charged after it was canceled',
    unrecognized: 'not recognized by the payer',
  },
  fr: {
    bank_cannot_process: 'la banque n’a pas pu le traiter',
    check_returned: 'un chèque est revenu',
    credit_not_processed: 'un remboursement promis n’est pas venu',
    customer_initiated: 'le payeur s’est adressé à sa banque',
    debit_not_authorized: 'le débit n’était pas autorisé',
    duplicate: 'payé deux fois',
    fraudulent: 'pas du titulaire de la carte (fraude)',
    general: 'sans motif précis',
    incorrect_account_details: 'coordonnées bancaires erronées',
    insufficient_funds: 'provision insuffisante',
    noncompliant: 'contraire aux règles du réseau de cartes',
    product_not_received: 'pas reçu',
    product_unacceptable: 'pas conforme ou défectueux',
    subscription_canceled: 'débité après l’annulation',
    unrecognized: 'non reconnu par le payeur',
  },
})

/** Says it in words; a code that is new as it is. */
export function useDisputeReason(): (code: string) => string {
  const say = useWords(disputeReasons)
  return (code) => (code in disputeReasons.en ? say(code as keyof typeof disputeReasons.en) : code)
}

import { defineWords, speak } from '../../lib/words.ts'

/**
 * Why a card was declined, in words a payer can act on. Lost, stolen and suspected cards read like any other
 * refusal: whoever holds the card is never told.
 */
const words = defineWords({
  en: {
    generic:
      'The bank gave no reason. It can tell you more at the number on the back of your card, or use another card.',
    insufficient_funds: 'There is not enough money available on it. Use another card.',
    expired_card: 'The card has expired. Check the date, or use another card.',
    incorrect_cvc: 'The security code is not right. Check the three or four digits and try again.',
    incorrect_number: 'The card number is not right. Check it and try again.',
    incorrect_expiry: 'The expiry date is not right. Check it and try again.',
    incorrect_address: 'The postal code does not match the one the bank knows. Check it and try again.',
    processing_error:
      'Something went wrong while the card was being read. Try again in a moment, or use another card.',
    try_again_later: 'The bank could not be reached. Try again in a few minutes, or use another card.',
    do_not_honor: 'The bank does not say why. Call the number on the back of your card, or use another card.',
    over_limit: 'It would go over the limit of this card. Ask your bank, or use another card.',
    card_not_supported: 'This card cannot be used for this kind of purchase. Use another card.',
    currency_not_supported: 'This card cannot pay in this currency. Use another card.',
    duplicate_transaction:
      'A payment of the same amount was made with it a moment ago. Check before you pay again.',
    authentication_required:
      'Your bank has to know that it is you. Try again and confirm the payment with your bank.',
    never_sent: 'Your card was not asked. You can try again.',
    processor: 'It was stopped before it reached your bank. Try again, or use another card.',
    bankDeclined: 'Your bank declined this card. Nothing was charged.',
    notThrough: 'The payment did not go through. Nothing was charged.',
    notConfirmed: 'The payment was not confirmed with your bank. Nothing was charged.',
  },
  fr: {
    generic:
      'La banque ne donne pas de raison. Elle vous en dira plus au numéro inscrit au dos de votre carte, ou utilisez une autre carte.',
    insufficient_funds: 'La somme disponible ne suffit pas. Utilisez une autre carte.',
    expired_card: 'La carte est expirée. Vérifiez la date, ou utilisez une autre carte.',
    incorrect_cvc:
      'Le code de sécurité n’est pas le bon. Vérifiez les trois ou quatre chiffres et réessayez.',
    incorrect_number: 'Le numéro de carte n’est pas le bon. Vérifiez-le et réessayez.',
    incorrect_expiry: 'La date d’expiration n’est pas la bonne. Vérifiez-la et réessayez.',
    incorrect_address: 'Le code postal n’est pas celui que la banque connaît. Vérifiez-le et réessayez.',
    processing_error:
      'Un problème est survenu pendant la lecture de la carte. Réessayez dans un instant, ou utilisez une autre carte.',
    try_again_later:
      'La banque n’a pas répondu. Réessayez dans quelques minutes, ou utilisez une autre carte.',
    do_not_honor:
      'La banque n’en dit pas plus. Appelez le numéro inscrit au dos de votre carte, ou utilisez une autre carte.',
    over_limit:
      'Le plafond de cette carte serait dépassé. Demandez à votre banque, ou utilisez une autre carte.',
    card_not_supported: 'Cette carte ne peut pas servir à ce type d’achat. Utilisez une autre carte.',
    currency_not_supported: 'Cette carte ne peut pas payer dans cette devise. Utilisez une autre carte.',
    duplicate_transaction:
      'Un paiement du même montant vient d’être fait avec elle. Vérifiez avant de payer à nouveau.',
    authentication_required:
      'Votre banque doit savoir que c’est bien vous. Réessayez et confirmez le paiement auprès d’elle.',
    never_sent: 'Votre carte n’a pas été sollicitée. Vous pouvez réessayer.',
    processor: 'Il a été arrêté avant d’atteindre votre banque. Réessayez, ou utilisez une autre carte.',
    bankDeclined: 'Votre banque a refusé cette carte. Rien n’a été débité.',
    notThrough: 'Le paiement n’a pas abouti. Rien n’a été débité.',
    notConfirmed: 'Le paiement n’a pas été confirmé auprès de votre banque. Rien n’a été débité.',
  },
})

type Reason = keyof (typeof words)['en']
type Heading = Extract<Reason, 'bankDeclined' | 'notThrough' | 'notConfirmed'>

/** Codes of the processor that mean the same to a payer, by what is said. */
const CODES: Partial<Record<Reason, string>> = {
  insufficient_funds: 'insufficient_funds',
  expired_card: 'expired_card',
  incorrect_cvc: 'incorrect_cvc invalid_cvc',
  incorrect_number: 'incorrect_number invalid_number invalid_account',
  incorrect_expiry: 'invalid_expiry_month invalid_expiry_year',
  incorrect_address: 'incorrect_zip incorrect_address',
  processing_error: 'processing_error',
  try_again_later: 'try_again_later issuer_not_available reenter_transaction approve_with_id',
  do_not_honor: 'do_not_honor call_issuer no_action_taken',
  over_limit: 'card_velocity_exceeded withdrawal_count_limit_exceeded invalid_amount',
  card_not_supported: 'card_not_supported not_permitted transaction_not_allowed service_not_allowed',
  currency_not_supported: 'currency_not_supported',
  duplicate_transaction: 'duplicate_transaction',
  authentication_required:
    'authentication_required authentication_not_handled payment_intent_authentication_failure',
  never_sent: 'never_sent',
}
const REASON_BY_CODE = new Map<string, Reason>(
  Object.entries(CODES).flatMap(([reason, codes]) =>
    codes.split(' ').map((code) => [code, reason as Reason]),
  ),
)
const HEADINGS: Partial<Record<Reason, Heading>> = {
  never_sent: 'notThrough',
  processor: 'notThrough',
  processing_error: 'notThrough',
  try_again_later: 'notThrough',
  authentication_required: 'notConfirmed',
}

/** The first line: who refused, and that nothing was charged. */
export function declineHeading(code: string | null | undefined, locale: string): string {
  return speak(words, locale)(HEADINGS[reasonOf(code)] ?? 'bankDeclined')
}

/** The reason in plain words and what to do next. Codes come as the processor's, or as `decline_…` keys. */
export function declineSentence(code: string | null | undefined, locale: string): string {
  return speak(words, locale)(reasonOf(code))
}

function reasonOf(code: string | null | undefined): Reason {
  const plain = (code ?? '').replace(/^decline_/, '')
  if (plain.startsWith('processor_')) return 'processor'
  return REASON_BY_CODE.get(plain) ?? 'generic'
}

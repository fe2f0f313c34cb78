import { defineWords, speak } from '../lib/words.ts'

/** Why a bank did not carry out a debit, or took it back, in plain words, and what to do next. */
const words = defineWords({
  en: {
    insufficient: 'The account did not hold enough. Pay from another account, or in another way.',
    closed: 'The account is closed. Pay from another account, or in another way.',
    not_found:
      'The bank knows no such account. Check the routing and account numbers, or pay in another way.',
    not_authorized:
      'The account’s owner told the bank that this debit was not agreed to. Speak with them before you try again.',
    stopped: 'The account’s owner asked the bank to stop this debit. Speak with them before you try again.',
    frozen: 'The bank has frozen the account. Ask the bank, or pay in another way.',
    no_debits:
      'The bank allows no debits of this account; savings accounts often take none. Pay from another account, or in another way.',
    owner_gone:
      'The account can no longer be used by its owner. Pay from another account, or in another way.',
    duplicate:
      'The bank took it for a second debit of the same payment. Check your account before you pay again.',
    blocked:
      'An earlier debit of this account came back, so it cannot be used here. Pay from another account, or in another way.',
    tries:
      'The deposits were told wrong too often, so the account could not be verified. Pay in another way.',
    time: 'The deposits were not told within ten days, so the account was not verified. Start again, or pay in another way.',
    other: 'The bank could not carry out the debit ({code}). Ask the bank, or pay in another way.',
  },
  fr: {
    insufficient:
      'La somme disponible sur le compte ne suffisait pas. Payez depuis un autre compte, ou autrement.',
    closed: 'Le compte est fermé. Payez depuis un autre compte, ou autrement.',
    not_found:
      'La banque ne connaît pas ce compte. Vérifiez le numéro d’acheminement et le numéro de compte, ou payez autrement.',
    not_authorized:
      'Le titulaire du compte a indiqué à la banque n’avoir pas autorisé ce débit. Parlez-lui avant de réessayer.',
    stopped:
      'Le titulaire du compte a demandé à la banque d’arrêter ce débit. Parlez-lui avant de réessayer.',
    frozen: 'La banque a gelé le compte. Adressez-vous à elle, ou payez autrement.',
    no_debits:
      'La banque n’autorise pas de débit sur ce compte, comme souvent pour un compte d’épargne. Payez depuis un autre compte, ou autrement.',
    owner_gone:
      'Le compte ne peut plus être utilisé par son titulaire. Payez depuis un autre compte, ou autrement.',
    duplicate:
      'La banque y a vu un second débit du même paiement. Vérifiez votre compte avant de payer à nouveau.',
    blocked:
      'Un débit précédent de ce compte est revenu\u00a0: il ne peut plus servir ici. Payez depuis un autre compte, ou autrement.',
    tries:
      'Les dépôts ont été mal indiqués trop de fois\u00a0: le compte n’a pas pu être vérifié. Payez autrement.',
    time: 'Les dépôts n’ont pas été indiqués dans les dix jours\u00a0: le compte n’a pas été vérifié. Recommencez, ou payez autrement.',
    other: 'La banque n’a pas pu effectuer le débit ({code}). Adressez-vous à elle, ou payez autrement.',
  },
})

type Reason = keyof (typeof words)['en']

/** Return codes of Nacha, and the processor's own words, by what is said. */
const CODES: Partial<Record<Reason, string>> = {
  insufficient: 'R01 R09 insufficient_funds',
  closed: 'R02 R12 account_closed bank_account_closed',
  not_found: 'R03 R04 R17 R28 no_account incorrect_account_details bank_account_invalid_details',
  not_authorized: 'R05 R07 R10 R11 R29 R37 R39 R51 debit_not_authorized',
  stopped: 'R08 R38 R52',
  frozen: 'R16 bank_account_frozen',
  no_debits: 'R13 R20 R30 R34 bank_account_restricted',
  owner_gone: 'R14 R15',
  duplicate: 'R24 R67',
  blocked: 'bank_account_unusable',
  tries: 'payment_method_microdeposit_verification_attempts_exceeded',
  time: 'payment_method_microdeposit_verification_timeout',
}
const REASON_BY_CODE = new Map<string, Reason>(
  Object.entries(CODES).flatMap(([reason, codes]) =>
    codes.split(' ').map((code) => [code, reason as Reason]),
  ),
)

/** Why a debit did not go through or came back, by the code that it is kept with. */
export function debitReason(code: string | null, locale: string): string {
  const known = code ?? ''
  return speak(words, locale)(REASON_BY_CODE.get(known) ?? 'other', { code: known || '—' })
}

/** The return code by which banks say what the processor says in words of its own. */
const RETURN_CODES: Readonly<Record<string, string>> = {
  insufficient_funds: 'R01',
  account_closed: 'R02',
  no_account: 'R03',
  incorrect_account_details: 'R04',
  debit_not_authorized: 'R10',
}

/** A debit's reason as it is kept: the bank's own code where there is one. */
export function returnCode(code: string): string {
  return RETURN_CODES[code] ?? code
}

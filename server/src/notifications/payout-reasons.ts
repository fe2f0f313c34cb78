import { defineWords, speak } from '../lib/words.ts'

/** Why a bank did not take a deposit, by the processor's codes; other codes are told as they are. */
const words = defineWords({
  en: {
    account_closed: 'The bank account has been closed.',
    no_account: 'The bank found no such account.',
    insufficient_funds: 'The bank account had too little on it.',
    debit_not_authorized: 'The bank does not let this account be debited.',
    invalid_currency: 'The bank account does not take this currency.',
    account_frozen: 'The bank account is frozen.',
    bank_account_restricted: 'The bank account does not take such transfers.',
    could_not_process: 'The bank could not process it.',
    declined: 'The bank declined it.',
    incorrect_account_holder_name: 'The name of the account’s holder does not fit.',
    invalid_account_number: 'The account number is not right.',
    other: 'The bank gave no reason that we know.',
  },
  fr: {
    account_closed: 'Le compte bancaire est fermé.',
    no_account: 'La banque ne trouve pas ce compte.',
    insufficient_funds: 'Le compte bancaire n’était pas assez approvisionné.',
    debit_not_authorized: 'La banque n’autorise pas le prélèvement sur ce compte.',
    invalid_currency: 'Le compte bancaire n’accepte pas cette devise.',
    account_frozen: 'Le compte bancaire est bloqué.',
    bank_account_restricted: 'Le compte bancaire n’accepte pas ce type de virement.',
    could_not_process: 'La banque n’a pas pu le traiter.',
    declined: 'La banque l’a refusé.',
    incorrect_account_holder_name: 'Le nom du titulaire du compte ne correspond pas.',
    invalid_account_number: 'Le numéro de compte n’est pas correct.',
    other: 'La banque n’a pas donné de motif connu.',
  },
})

const KNOWN = [
  'account_closed',
  'no_account',
  'insufficient_funds',
  'debit_not_authorized',
  'invalid_currency',
  'account_frozen',
  'bank_account_restricted',
  'could_not_process',
  'declined',
  'incorrect_account_holder_name',
  'invalid_account_number',
] as const

export function payoutReason(code: string | null, locale: string): string {
  return speak(words, locale)(KNOWN.find((known) => known === code) ?? 'other')
}

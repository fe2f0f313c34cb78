import { defineWords, speak } from '../lib/words.ts'

/** What mails about deposits say: deposited, taken from the bank, not arrived are three different things. */
const words = defineWords({
  en: {
    paid_subject: '{amount} deposited to {account}',
    paid_preview: 'The processor paid out what was available.',
    paid_heading: '{amount} deposited',
    paid_intro: 'The processor sent {amount} to {account}. It should be on the bank’s statement by now.',
    taken_subject: '{amount} taken from {account}',
    taken_preview: 'The balance at the processor was below zero.',
    taken_heading: '{amount} taken from the bank',
    taken_intro:
      'Refunds, returns and fees came to more than payments, so the processor took {amount} from {account}. It should be on the bank’s statement by now.',
    failed_subject: 'A deposit of {amount} failed',
    failed_preview: 'The money is safe: it is back on the balance at the processor.',
    failed_heading: 'The bank did not take the deposit',
    failed_intro:
      'A deposit of {amount} to {account} failed. {reason} The money is safe: it stands on the balance at the processor again. No more deposits are made until the bank account is put right in the processor’s own dashboard; then it goes with the next one.',
    taking_failed_intro:
      'The processor wanted to take {amount} from {account}, as its balance was below zero, and the bank refused. {reason} The balance is still below zero. Put the bank account right in the processor’s own dashboard.',
    charge: 'Payments',
    refund: 'Refunds',
    return: 'Returns and disputes',
    fee: 'Fees',
    adjustment: 'Adjustments',
    returned_payout: 'Deposits that came back',
    fact_arrival: 'Expected on',
    fact_trace: 'On the statement',
    fact_reason: 'Code of the reason',
    bank_account: 'the bank account',
    account: '{bank} account ending in {last4}',
    account_unnamed: 'the account ending in {last4}',
    closing: 'You get this message because notices of deposits are switched on for you.',
  },
  fr: {
    paid_subject: '{amount} versés sur {account}',
    paid_preview: 'Le processeur a versé ce qui était disponible.',
    paid_heading: '{amount} versés',
    paid_intro:
      'Le processeur a envoyé {amount} sur {account}. Ce versement devrait figurer sur le relevé de la banque.',
    taken_subject: '{amount} prélevés sur {account}',
    taken_preview: 'Le solde chez le processeur était négatif.',
    taken_heading: '{amount} prélevés à la banque',
    taken_intro:
      'Les remboursements, les retours et les commissions ont dépassé les paiements\u00a0: le processeur a donc prélevé {amount} sur {account}. Ce prélèvement devrait figurer sur le relevé de la banque.',
    failed_subject: 'Un versement de {amount} a échoué',
    failed_preview: 'L’argent est en sécurité\u00a0: il est de retour sur le solde chez le processeur.',
    failed_heading: 'La banque a refusé le versement',
    failed_intro:
      'Un versement de {amount} sur {account} a échoué. {reason} L’argent est en sécurité\u00a0: il est de nouveau sur le solde chez le processeur. Plus aucun versement n’est fait tant que le compte bancaire n’est pas corrigé dans le tableau de bord du processeur\u00a0; la somme partira ensuite avec le prochain.',
    taking_failed_intro:
      'Le processeur voulait prélever {amount} sur {account}, son solde étant négatif, et la banque a refusé. {reason} Le solde reste négatif. Corrigez le compte bancaire dans le tableau de bord du processeur.',
    charge: 'Paiements',
    refund: 'Remboursé',
    return: 'Retours et contestations',
    fee: 'Commissions',
    adjustment: 'Ajustements',
    returned_payout: 'Versements revenus',
    fact_arrival: 'Attendu le',
    fact_trace: 'Sur le relevé',
    fact_reason: 'Code du motif',
    bank_account: 'le compte bancaire',
    account: 'le compte {bank} se terminant par {last4}',
    account_unnamed: 'le compte se terminant par {last4}',
    closing: 'Vous recevez ce message parce que les avis de versement sont activés pour vous.',
  },
})

export const payoutWords = (locale: string) => speak(words, locale)

import type { components } from '../../api/schema.generated.ts'
import { defineWords } from '../../words/index.ts'

export type WriteOffReason = NonNullable<components['schemas']['Invoice']['write_off_reason']>

/** Why a claim is given up, in the order in which it is offered. */
export const WRITE_OFF_REASONS = [
  'uncollectible',
  'insolvent',
  'contested',
  'too_small',
  'not_found',
  'other',
] as const satisfies readonly WriteOffReason[]

/** Why that is taken back. */
export const RECOVERY_REASONS = ['paid', 'will_pay', 'mistake', 'other'] as const

export const writeOffWords = defineWords({
  en: {
    writeOff: 'Write off',
    title: 'Write off {amount} of {number}',
    text: 'You give it up: it becomes a loss in the books, its links ask for nothing more, and nobody is told. What was paid of it stands. If money comes after all, take the write-off back.',
    do: 'Write off {amount}',
    done: '{amount} of {number} is written off.',
    recover: 'Take the write-off back',
    recoverTitle: 'Take the write-off of {number} back',
    recoverText: 'It is no loss any more, and is owed again. Links that are still valid ask for it again.',
    recoverDo: '{amount} is owed again',
    recoverByCredit: 'Settle {amount} by the credit',
    recovered: 'The write-off of {number} is taken back.',
    what: 'What is taken back',
    all: 'All of it, to be paid again: {amount}',
    credit: 'As much as a credit of the customer covers: {amount}',
    reason: 'Why',
    note: 'In words',
    noteNeeded: 'In words (needed)',
    writtenOff: 'Written off',
    writtenOffOf: '{amount} of it was written off. It is asked for no more.',
    uncollectible: 'It will not be paid',
    insolvent: 'The customer is insolvent',
    contested: 'The customer contests it',
    too_small: 'Too small to pursue',
    not_found: 'The customer cannot be found',
    paid: 'Money came for it',
    will_pay: 'The customer will pay after all',
    mistake: 'It was a mistake',
    other: 'Another reason',
  },
  fr: {
    writeOff: 'Passer en pertes',
    title: 'Passer en pertes {amount} de {number}',
    text: 'Vous y renoncez\u00a0: cela devient une perte dans les livres, ses liens ne demandent plus rien, et personne n’en est averti. Ce qui en a été payé reste. Si de l’argent arrive malgré tout, revenez sur le passage en pertes.',
    do: 'Passer {amount} en pertes',
    done: '{amount} de {number} sont passés en pertes.',
    recover: 'Revenir sur le passage en pertes',
    recoverTitle: 'Revenir sur le passage en pertes de {number}',
    recoverText:
      'Ce n’est plus une perte, et c’est de nouveau dû. Les liens encore valables le demandent de nouveau.',
    recoverDo: '{amount} sont de nouveau dus',
    recoverByCredit: 'Régler {amount} par le crédit',
    recovered: 'Le passage en pertes de {number} est annulé.',
    what: 'Ce qui est repris',
    all: 'Tout, à payer de nouveau\u00a0: {amount}',
    credit: 'Autant que le couvre un crédit du client\u00a0: {amount}',
    reason: 'Motif',
    note: 'En quelques mots',
    noteNeeded: 'En quelques mots (nécessaire)',
    writtenOff: 'Passée en pertes',
    writtenOffOf: '{amount} en sont passés en pertes. Ce n’est plus demandé.',
    uncollectible: 'Elle ne sera pas payée',
    insolvent: 'Le client est insolvable',
    contested: 'Le client la conteste',
    too_small: 'Trop peu pour insister',
    not_found: 'Le client est introuvable',
    paid: 'De l’argent est arrivé pour elle',
    will_pay: 'Le client paiera malgré tout',
    mistake: 'C’était une erreur',
    other: 'Autre motif',
  },
})

import { defineWords } from '../../words/index.ts'

export const repeatWords = defineWords({
  en: {
    repeat: 'Repeat',
    repeatTitle: 'Repeat {number} automatically',
    repeatText:
      'An invoice like this is issued under the next number on each of the days, and e-mailed to the customer.',
    every: 'Every',
    weeks: 'weeks',
    months: 'months',
    unit: 'Weeks or months',
    startsOn: 'First on',
    endsOn: 'Last not after',
    dueIn: 'Due after days',
    dueHint: 'Leave it empty where they are due at once.',
    repeatDo: 'Start',
    started: 'It is issued from {day} on.',
  },
  fr: {
    repeat: 'Répéter',
    repeatTitle: 'Répéter {number} automatiquement',
    repeatText:
      'Une facture comme celle-ci est émise sous le numéro suivant à chacun des jours, et envoyée au client par courriel.',
    every: 'Tous les',
    weeks: 'semaines',
    months: 'mois',
    unit: 'Semaines ou mois',
    startsOn: 'La première le',
    endsOn: 'La dernière au plus tard le',
    dueIn: 'Échéance après (jours)',
    dueHint: 'Laissez vide si elles sont dues aussitôt.',
    repeatDo: 'Commencer',
    started: 'Elle est émise à partir du {day}.',
  },
})

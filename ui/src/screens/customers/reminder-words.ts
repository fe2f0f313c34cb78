import { defineWords } from '../../words/index.ts'

export const reminderRuleWords = defineWords({
  en: {
    title: 'Reminders',
    change: 'Change',
    company: 'On the company’s days',
    off: 'Never by the schedule',
    own: 'On days of their own',
    said: '{mode}: {days}',
    companyOff: 'Reminders are switched off for the whole company.',
    dialog: 'Reminders to {name}',
    mode: 'Reminded',
    days: 'Days',
    save: 'Save',
    saved: 'Saved.',
  },
  fr: {
    title: 'Relances',
    change: 'Modifier',
    company: 'Les jours de l’entreprise',
    off: 'Jamais par le calendrier',
    own: 'Des jours à lui',
    said: '{mode}\u00a0: {days}',
    companyOff: 'Les relances sont désactivées pour toute l’entreprise.',
    dialog: 'Relances à {name}',
    mode: 'Relancé',
    days: 'Jours',
    save: 'Enregistrer',
    saved: 'Enregistré.',
  },
})

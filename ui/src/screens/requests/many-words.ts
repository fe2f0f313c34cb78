import { defineWords } from '../../words/index.ts'

export const manyWords = defineWords({
  en: {
    remind: 'Remind of {count}',
    void: 'Void {count}',
    tooMany: 'At most {most} at once.',
    remindTitle: 'Send reminders',
    remindText:
      '{count, plural, one {One reminder goes} other {# reminders go}} out in the fixed text, each with a new link.',
    remindDone:
      '{done, plural, =0 {No reminder went out.} one {One reminder is on its way.} other {# reminders are on their way.}} {refused, plural, =0 {} one {One request takes none and stays ticked.} other {# requests take none and stay ticked.}}',
    voidTitle: 'Void requests',
    voidText:
      'Nobody can pay by {count, plural, one {this request} other {these # requests}} any more. Their invoices stay open. This cannot be undone.',
    voidDone:
      '{done, plural, =0 {Nothing was voided.} one {One request is void.} other {# requests are void.}} {refused, plural, =0 {} one {One could not be and stays ticked.} other {# could not be and stay ticked.}}',
  },
  fr: {
    remind: 'Relancer pour {count}',
    void: 'Annuler {count}',
    tooMany: 'Au plus {most} à la fois.',
    remindTitle: 'Envoyer des relances',
    remindText:
      '{count, plural, one {Une relance part} other {# relances partent}} avec le texte prévu, chacune avec un nouveau lien.',
    remindDone:
      '{done, plural, =0 {Aucune relance n’est partie.} one {Une relance est en route.} other {# relances sont en route.}} {refused, plural, =0 {} one {Une demande n’en admet pas et reste cochée.} other {# demandes n’en admettent pas et restent cochées.}}',
    voidTitle: 'Annuler des demandes',
    voidText:
      'Plus personne ne pourra payer par {count, plural, one {cette demande} other {ces # demandes}}. Leurs factures restent ouvertes. C’est définitif.',
    voidDone:
      '{done, plural, =0 {Rien n’a été annulé.} one {Une demande est annulée.} other {# demandes sont annulées.}} {refused, plural, =0 {} one {Une n’a pas pu l’être et reste cochée.} other {# n’ont pas pu l’être et restent cochées.}}',
  },
})

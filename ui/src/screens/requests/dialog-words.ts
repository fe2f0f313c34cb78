import { defineWords } from '../../words/index.ts'

export const dialogWords = defineWords({
  en: {
    remindTitle: 'Remind of {reference}',
    remindText: 'What the mail says',
    remindHint: 'You may change it. What stands in braces is filled in when it is sent.',
    remindGoes: 'A new link goes with it; the one sent before stops working.',
    remindSend: 'Send the reminder',
    reminded: 'The reminder is on its way.',
    voidTitle: 'Void {reference}',
    voidText:
      'Nobody can pay {amount} by this request any more: its links say that you canceled it. This cannot be undone.',
    voidInvoices: 'Void its invoices too',
    voidInvoicesHint: 'Else they stay open, and may be asked for again.',
    voidDo: 'Void this request',
    voided: 'The request is void.',
  },
  fr: {
    remindTitle: 'Relancer pour {reference}',
    remindText: 'Ce que dit le courriel',
    remindHint: 'Vous pouvez le modifier. Ce qui est entre accolades est rempli à l’envoi.',
    remindGoes: 'Un nouveau lien l’accompagne\u00a0; le précédent ne fonctionnera plus.',
    remindSend: 'Envoyer la relance',
    reminded: 'La relance est en route.',
    voidTitle: 'Annuler {reference}',
    voidText:
      'Plus personne ne pourra payer {amount} par cette demande\u00a0: ses liens diront que vous l’avez annulée. C’est définitif.',
    voidInvoices: 'Annuler aussi ses factures',
    voidInvoicesHint: 'Sinon elles restent ouvertes et peuvent être demandées de nouveau.',
    voidDo: 'Annuler cette demande',
    voided: 'La demande est annulée.',
  },
})

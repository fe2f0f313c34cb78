import { defineWords, speak } from '../lib/words.ts'

const words = defineWords({
  en: {
    subject_invoice: '{count, plural, one {{title} from {seller}} other {{count} invoices from {seller}}}',
    subject_quick: 'Payment request from {seller}: {reference}',
    preview: '{amount} to pay{due, select, none {} other {, due {due}}}.',
    heading_invoice: '{count, plural, one {{title}} other {{count} invoices}}',
    heading_quick: 'Payment request {reference}',
    intro_invoice:
      '{count, plural, one {Your invoice is attached. You can pay it online in a minute, without an account.} other {Your invoices are attached. You can pay them together online in a minute, without an account.}}',
    intro_list:
      'The list of your {count} invoices is attached; the payment page has each of them as PDF. You can pay them together online in a minute, without an account.',
    mailed_invoice:
      '{state, select, void {Your invoice is attached. It is void: nothing is to be paid.} closed {Your invoice is attached. Nothing more is asked for on it.} settled {Your invoice is attached. Nothing is owed on it.} other {Your invoice is attached.}}',
    mailed_closing: 'If you have a question about it, reply to this message or call {seller}.',
    subject_statement: 'Statement of {date} from {seller}',
    heading_statement: 'Statement of {date}',
    intro_statement:
      'Your statement is attached. You can pay what is pending online in a minute, without an account.',
    mailed_statement:
      '{state, select, settled {Your statement is attached. Nothing is to be paid.} other {Your statement is attached.}}',
    fact_in_flight: 'Being paid now',
    fact_unapplied: 'Credit, not taken off',
    intro_quick: 'You can pay online in a minute, without an account.',
    fact_due: 'Due',
    fact_reference: 'Reference',
    fact_part: 'Part of the job',
    fact_attached: 'Attached',
    fact_documents: 'Documents to download',
    column_what: 'What it is for',
    column_invoice: 'Invoice',
    column_invoice_date: 'Invoice and date',
    column_due: 'Due',
    column_total: 'Amount ({currency})',
    column_open: 'To pay ({currency})',
    more_invoices: '{count, plural, one {# more invoice} other {# more invoices}}',
    column_amount: 'To pay',
    total: 'Total',
    pay: 'Pay {amount}',
    subject_reminder: 'Reminder from {seller}: {heading}',
    heading_reminder: 'Reminder: {heading}',
    reminder_plain:
      'A friendly reminder: {amount} is still to be paid. {count, plural, one {The invoice is attached.} other {The invoices are attached.}} If you have just paid, please ignore this message.',
    link_shown: '(the payment link)',
    closing_expiry:
      'The link works for {hours, plural, one {one hour} other {{hours} hours}} once you open it. {renewal, select, merchant_only {After that, ask {seller} for a new one.} other {You can always ask for a new one.}}',
    closing_expiry_issued:
      'The link works for {hours, plural, one {one hour} other {{hours} hours}}. {renewal, select, merchant_only {After that, ask {seller} for a new one.} other {You can always ask for a new one.}}',
    closing_one_try: 'If a payment is declined, this link takes no second one: ask {seller} for a new link.',
    closing_safe:
      'Card details go straight to the card processor, never to {seller}. If you did not expect this message, call {seller} before you pay.',
  },
  fr: {
    subject_invoice: '{count, plural, one {{title} de {seller}} other {{count} factures de {seller}}}',
    subject_quick: 'Demande de paiement de {seller}\u00a0: {reference}',
    preview: '{amount} à payer{due, select, none {} other {, échéance {due}}}.',
    heading_invoice: '{count, plural, one {{title}} other {{count} factures}}',
    heading_quick: 'Demande de paiement {reference}',
    intro_invoice:
      '{count, plural, one {Vous trouverez votre facture ci-jointe. Vous pouvez la payer en ligne en une minute, sans créer de compte.} other {Vous trouverez vos factures ci-jointes. Vous pouvez les payer ensemble en ligne en une minute, sans créer de compte.}}',
    intro_list:
      'Vous trouverez ci-jointe la liste de vos {count} factures\u00a0; la page de paiement contient le PDF de chacune. Vous pouvez les payer ensemble en ligne en une minute, sans créer de compte.',
    mailed_invoice:
      '{state, select, void {Vous trouverez votre facture ci-jointe. Elle est annulée\u00a0: il n’y a rien à payer.} closed {Vous trouverez votre facture ci-jointe. Plus rien n’est demandé pour elle.} settled {Vous trouverez votre facture ci-jointe. Rien ne reste à payer.} other {Vous trouverez votre facture ci-jointe.}}',
    mailed_closing: 'Pour toute question, répondez à ce message ou appelez {seller}.',
    subject_statement: 'Relevé de compte du {date} de {seller}',
    heading_statement: 'Relevé de compte du {date}',
    intro_statement:
      'Vous trouverez votre relevé ci-joint. Vous pouvez payer ce qui reste dû en ligne en une minute, sans créer de compte.',
    mailed_statement:
      '{state, select, settled {Vous trouverez votre relevé ci-joint. Il n’y a rien à payer.} other {Vous trouverez votre relevé ci-joint.}}',
    fact_in_flight: 'En cours de paiement',
    fact_unapplied: 'Crédit, non déduit',
    intro_quick: 'Vous pouvez payer en ligne en une minute, sans créer de compte.',
    fact_due: 'Échéance',
    fact_reference: 'Référence',
    fact_part: 'Partie du travail',
    fact_attached: 'En pièce jointe',
    fact_documents: 'Documents à télécharger',
    column_what: 'Objet',
    column_invoice: 'Facture',
    column_invoice_date: 'Facture et date',
    column_due: 'Échéance',
    column_total: 'Montant ({currency})',
    column_open: 'À payer ({currency})',
    more_invoices: '{count, plural, one {# autre facture} other {# autres factures}}',
    column_amount: 'À payer',
    total: 'Total',
    pay: 'Payer {amount}',
    subject_reminder: 'Rappel de {seller}\u00a0: {heading}',
    heading_reminder: 'Rappel\u00a0: {heading}',
    reminder_plain:
      'Petit rappel\u00a0: il reste {amount} à payer. {count, plural, one {Vous trouverez la facture ci-jointe.} other {Vous trouverez les factures ci-jointes.}} Si vous venez de payer, ne tenez pas compte de ce message.',
    link_shown: '(le lien de paiement)',
    closing_expiry:
      'Le lien fonctionne {hours, plural, one {une heure} other {{hours} heures}} à partir de sa première ouverture. {renewal, select, merchant_only {Ensuite, demandez-en un nouveau à {seller}.} other {Vous pouvez toujours en demander un nouveau.}}',
    closing_expiry_issued:
      'Le lien fonctionne pendant {hours, plural, one {une heure} other {{hours} heures}}. {renewal, select, merchant_only {Ensuite, demandez-en un nouveau à {seller}.} other {Vous pouvez toujours en demander un nouveau.}}',
    closing_one_try:
      'Si un paiement est refusé, ce lien n’en accepte pas d’autre\u00a0: demandez un nouveau lien à {seller}.',
    closing_safe:
      'Les données de carte vont directement au processeur de paiement, jamais à {seller}. Si vous n’attendiez pas ce message, appelez {seller} avant de payer.',
  },
})

export const requestWords = (locale: string) => speak(words, locale)

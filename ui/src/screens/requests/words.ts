import { defineWords } from '../../words/index.ts'

export const words = defineWords({
  en: {
    title: 'Payment requests',
    new: 'New request',
    search: 'Reference, customer or amount',
    status: 'Status',
    unpaid: 'Unpaid',
    created: 'Created',
    amount: 'Amount',
    reference: 'Reference',
    customer: 'Customer',
    somebody: 'Whoever has the link',
    emptyTitle: 'The payments that you ask for will be listed here.',
    emptyText:
      'Ask for an amount under a reference: you send the link by e-mail, copy it, or show it as a QR code.',
    noneTitle: 'Nothing fits these filters.',
    noneText: 'Take one away, or search for something else.',
    close: 'Close',
  },
  fr: {
    title: 'Demandes de paiement',
    new: 'Nouvelle demande',
    search: 'Référence, client ou montant',
    status: 'État',
    unpaid: 'Impayée',
    created: 'Créée',
    amount: 'Montant',
    reference: 'Référence',
    customer: 'Client',
    somebody: 'Quiconque a le lien',
    emptyTitle: 'Ici se trouveront les paiements que vous demandez.',
    emptyText:
      'Demandez un montant sous une référence\u00a0: envoyez le lien par courriel, copiez-le ou montrez-le en code QR.',
    noneTitle: 'Rien ne correspond à ces filtres.',
    noneText: 'Retirez-en un, ou cherchez autre chose.',
    close: 'Fermer',
  },
})

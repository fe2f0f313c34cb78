import { defineWords } from '../../words/index.ts'

export const sendWords = defineWords({
  en: {
    title: '{kind, select, statements {Create / Send Statements} other {Send Payment Links}}',
    summary:
      '{kind, select, statements {{count, plural, one {One customer gets a statement.} other {# statements go out.}}} other {{count, plural, one {One customer gets one link for the sum.} other {# links go out, each customer’s for their sum.}}}}',
    nothing:
      '{count, plural, one {One gets nothing; why stands below.} other {# get nothing; why stands below.}}',
    empty: 'Nobody gets anything.',
    invoices: '{count, plural, one {# invoice} other {# invoices}}',
    listed: '{count} invoices in one link; the mail has them as one list in PDF',
    email: 'E-mail address of {name}',
    wanted: 'An address is wanted. To leave somebody out, untick their rows.',
    message: 'Message',
    messageHint: 'Stands in every mail. Empty, they say what they usually say.',
    more: '{count, plural, one {One more customer is not shown, and gets it at their own address.} other {# more customers are not shown, and get theirs at their own addresses.}}',
    send: '{kind, select, statements {{count, plural, one {Send # statement} other {Send # statements}}} other {{count, plural, one {Send # link} other {Send # links}}}}',
    cancel: 'Not now',
    earlier: 'Earlier sends',
    leftOut: 'Left out: {said}',
    paid: '{number} (paid)',
    not_owed: '{number} (not owed)',
    being_paid: '{number} (being paid)',
    asked_already: '{number} (asked for by another send)',
  },
  fr: {
    title: '{kind, select, statements {Créer / envoyer des relevés} other {Envoyer des liens de paiement}}',
    summary:
      '{kind, select, statements {{count, plural, one {Un client reçoit un relevé.} other {# relevés partent.}}} other {{count, plural, one {Un client reçoit un seul lien pour la somme.} other {# liens partent, celui de chaque client pour sa somme.}}}}',
    nothing:
      '{count, plural, one {Un client ne reçoit rien\u00a0; la raison suit.} other {# clients ne reçoivent rien\u00a0; la raison suit.}}',
    empty: 'Personne ne reçoit rien.',
    invoices: '{count, plural, one {# facture} other {# factures}}',
    listed: '{count} factures en un seul lien\u00a0; le courriel en contient la liste en PDF',
    email: 'Adresse courriel de {name}',
    wanted: 'Une adresse est nécessaire. Pour laisser quelqu’un de côté, décochez ses lignes.',
    message: 'Message',
    messageHint: 'Figure dans chaque courriel. Vide, ils disent ce qu’ils disent d’habitude.',
    more: '{count, plural, one {Un autre client n’est pas affiché et reçoit le sien à son adresse.} other {# autres clients ne sont pas affichés et reçoivent le leur à leur adresse.}}',
    send: '{kind, select, statements {{count, plural, one {Envoyer # relevé} other {Envoyer # relevés}}} other {{count, plural, one {Envoyer # lien} other {Envoyer # liens}}}}',
    cancel: 'Pas maintenant',
    earlier: 'Envois précédents',
    leftOut: 'Laissées de côté\u00a0: {said}',
    paid: '{number} (payée)',
    not_owed: '{number} (plus due)',
    being_paid: '{number} (en cours de paiement)',
    asked_already: '{number} (demandée par un autre envoi)',
  },
})

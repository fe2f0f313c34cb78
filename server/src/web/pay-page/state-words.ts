import { defineWords } from '../../lib/words.ts'

/** The first line of each state and what follows it: `<state>` and `<state>Then`. `payable` opens with the invoice itself. */
export const stateWords = defineWords({
  en: {
    partly_paid: '{settled} received. {amount} left to pay.',
    amountChangedThen: 'It was {total} when this was sent.',
    partly_paidThen: 'Thank you. The rest can be paid here.',
    too_many_tries: 'Let’s pause for an hour. Nothing was charged.',
    too_many_triesThen:
      'There were too many tries with this link. It opens again by itself. {company} can also take your payment another way.',
    unsure: 'We are checking with the bank. Please do not pay again.',
    unsureThen: 'We do not know yet whether the card was charged. We keep asking and will tell you here.',
    action_needed: 'Your bank asks you to confirm this payment.',
    action_neededThen: 'Nothing was charged yet. Continue to your bank, or start over with another card.',
    someone_else_pays:
      '{what, select, invoice {A payment for this invoice} invoices {A payment for these invoices} other {A payment for this request}} is being made right now.',
    someone_else_paysThen: 'Please wait for its result before you pay.',
    processing: '{amount} is on its way.',
    processingThen:
      'The bank has the payment and has not finished with it. You do not need to do anything, and please do not pay again.',
    debitUnderWay:
      'Your bank is expected to finish with it between {from} and {to}. You get an e-mail then. You do not need to do anything, and please do not pay again.',
    debitFailed: 'The bank did not carry out the debit. Nothing was charged.',
    verify:
      '{count, plural, one {A small deposit is coming to your account.} other {Two small deposits are coming to your account.}}',
    verifyThen:
      'Nothing was charged yet. {count, plural, one {It arrives} other {They arrive}} by {date} on the account that ends in {last4}. Come back to this page then and say what came: that shows that the account is yours.',
    linkIsOver: 'This link has expired.',
    takenBack: 'The wire of {date} was taken back. {amount} is due again.',
    takenBackThen:
      '{reason, select, bounced {The bank did not carry it out after all.} other {{company} had noted it by mistake.}} If the money left your account, call {company} before you pay again.',
    returned: 'The bank returned the payment of {date}. {amount} is due again.',
    disputed: 'This payment is being disputed with the bank.',
    disputedThen: 'Please do not pay again. If the dispute is a mistake, call or write to {company}.',
    paid: 'Paid. Thank you.',
    paidThen: '{company} has your payment. Your receipt is here whenever you open this link.',
    paid_elsewhere:
      '{what, select, invoice {This invoice is} invoices {These invoices are} other {This request is}} already paid.',
    paid_elsewhereThen: 'Nothing is owed, and nothing was charged with this link.',
    settledByCredit:
      '{what, select, invoice {This invoice is} invoices {These invoices are} other {This request is}} settled by credit.',
    settledInParts:
      '{what, select, invoice {This invoice is} invoices {These invoices are} other {This request is}} already settled.',
    ofCredit: '{credit} was settled by credit.',
    ofBoth: '{payment} was paid, and {credit} was settled by credit.',
    nothingOwed:
      '{what, select, invoice {Nothing is owed for this invoice.} invoices {Nothing is owed for these invoices.} other {Nothing is owed for this request.}}',
    nothingOwedThen: 'Nothing was charged with this link.',
    pay_anyway: 'This is already paid.',
    pay_anywayThen: 'Nothing is owed. If you pay {amount} all the same, {company} keeps it as your credit.',
    refunded: '{amount} was refunded on {date}.',
    refundedThen: 'Your bank usually shows it within 5 to 10 business days.',
    refundedToBank: 'It reaches your bank account, usually within 5 business days.',
    refundedAs: 'Your statement shows it as {name}.',
    refundedTraced: 'Your bank finds it by its reference {reference}.',
    refundedByHand: '{company} gave it back directly, so what you paid with shows nothing of it.',
    voided: '{company} canceled this request.',
    voidedNothingOwed: 'Nothing is owed.',
    voidedSomethingPaid: '{settled} was paid before. Please ask {company} what happens with it.',
    voidedThen: 'Nothing was charged with this link. If you have a question, just ask.',
    writtenOff: '{company} asks for nothing more here.',
    writtenOffPaid: '{settled} of it was paid.',
    writtenOffThen:
      'There is nothing to pay with this link, and nothing was charged with it. If you have a question, just ask.',
    links_off: '{company} does not take payments by link for this.',
    links_offThen: 'Nothing was charged. Please ask how you can pay.',
    replaced: 'This invoice was updated on {date}.',
    replacedByStatement: 'A newer statement, of {date}, took the place of this one.',
    replacedBySending: 'A newer link took the place of this one on {date}.',
    replacedAmount: 'It was {before} and is now {after}.',
    replacedSameAmount: 'It is still {after}; what it says has changed.',
    replacedUndated: 'This link was replaced.',
    replacedThen:
      'This link no longer takes payments, and nothing was charged with it. The newest message from {company} has the current one.',
    replacedThenOpen: 'This link no longer takes payments, and nothing was charged with it.',
    expired: 'This link has expired. Nothing was charged.',
    renewalSend: 'We can send a new one to {to}, where this one went.',
    renewalSent:
      'A new one was sent to {to} on {date}. Look among unwanted mail, too. If it does not come within an hour, you can have it sent again here.',
    renewalAsk: '{company} can send you a new one.',
    renewalAsked: '{company} was asked on {date} to send you a new one.',
    renewalCall: 'Call or write to {company} for a new one.',
    needs_new_linkThen: 'This link can be tried only once.',
    unknown: 'This link is not valid.',
    unknownThen:
      'Check that you opened the whole address, or ask whoever sent it to you for a new one, in the way you usually reach them.',
  },
  fr: {
    partly_paid: '{settled} reçus. Il reste {amount} à payer.',
    amountChangedThen: 'Il était de {total} à l’envoi.',
    partly_paidThen: 'Merci. Le reste peut être payé ici.',
    too_many_tries: 'Faisons une pause d’une heure. Rien n’a été débité.',
    too_many_triesThen:
      'Il y a eu trop d’essais avec ce lien. Il s’ouvrira de nouveau de lui-même. {company} peut aussi recevoir votre paiement autrement.',
    unsure: 'Nous vérifions auprès de la banque. Merci de ne pas payer à nouveau.',
    unsureThen:
      'Nous ne savons pas encore si la carte a été débitée. Nous continuons de demander et vous le dirons ici.',
    action_needed: 'Votre banque vous demande de confirmer ce paiement.',
    action_neededThen:
      'Rien n’a encore été débité. Continuez vers votre banque, ou recommencez avec une autre carte.',
    someone_else_pays:
      '{what, select, invoice {Un paiement de cette facture} invoices {Un paiement de ces factures} other {Un paiement de cette demande}} est en cours en ce moment.',
    someone_else_paysThen: 'Merci d’attendre son résultat avant de payer.',
    processing: '{amount} sont en route.',
    processingThen:
      'La banque a reçu le paiement et ne l’a pas encore terminé. Vous n’avez rien à faire, et merci de ne pas payer à nouveau.',
    debitUnderWay:
      'Votre banque devrait en avoir terminé entre le {from} et le {to}. Un courriel vous le dira. Vous n’avez rien à faire, et merci de ne pas payer à nouveau.',
    debitFailed: 'La banque n’a pas effectué le débit. Rien n’a été débité.',
    verify:
      '{count, plural, one {Un petit dépôt arrive sur votre compte.} other {Deux petits dépôts arrivent sur votre compte.}}',
    verifyThen:
      'Rien n’a encore été débité. {count, plural, one {Il arrive} other {Ils arrivent}} d’ici le {date} sur le compte se terminant par {last4}. Revenez alors sur cette page pour dire ce qui est arrivé\u00a0: cela montre que le compte est le vôtre.',
    linkIsOver: 'Ce lien a expiré.',
    takenBack: 'Le virement du {date} a été annulé. Il y a de nouveau {amount} à payer.',
    takenBackThen:
      '{reason, select, bounced {La banque ne l’a finalement pas exécuté.} other {{company} l’avait noté par erreur.}} Si l’argent a quitté votre compte, appelez {company} avant de payer de nouveau.',
    returned: 'La banque a retourné le paiement du {date}. Il y a de nouveau {amount} à payer.',
    disputed: 'Ce paiement est contesté auprès de la banque.',
    disputedThen:
      'Ne payez pas une seconde fois. Si le litige est une erreur, appelez {company} ou écrivez-lui.',
    paid: 'Payé. Merci.',
    paidThen: '{company} a reçu votre paiement. Votre reçu reste ici chaque fois que vous ouvrez ce lien.',
    paid_elsewhere:
      '{what, select, invoice {Cette facture est déjà payée.} invoices {Ces factures sont déjà payées.} other {Cette demande est déjà payée.}}',
    paid_elsewhereThen: 'Il n’y a plus rien à payer, et rien n’a été débité avec ce lien.',
    settledByCredit:
      '{what, select, invoice {Cette facture est réglée par un crédit.} invoices {Ces factures sont réglées par un crédit.} other {Cette demande est réglée par un crédit.}}',
    settledInParts:
      '{what, select, invoice {Cette facture est déjà réglée.} invoices {Ces factures sont déjà réglées.} other {Cette demande est déjà réglée.}}',
    ofCredit: '{credit} ont été réglés par un crédit.',
    ofBoth: '{payment} ont été payés, et {credit} ont été réglés par un crédit.',
    nothingOwed:
      '{what, select, invoice {Il n’y a rien à payer pour cette facture.} invoices {Il n’y a rien à payer pour ces factures.} other {Il n’y a rien à payer pour cette demande.}}',
    nothingOwedThen: 'Rien n’a été débité avec ce lien.',
    pay_anyway: 'C’est déjà payé.',
    pay_anywayThen:
      'Il n’y a plus rien à payer. Si vous payez quand même {amount}, {company} conserve cette somme à votre crédit.',
    refunded: '{amount} ont été remboursés le {date}.',
    refundedThen: 'Votre banque affiche la somme d’habitude sous 5 à 10 jours ouvrables.',
    refundedToBank: 'La somme arrive sur votre compte bancaire, d’habitude sous 5 jours ouvrables.',
    refundedAs: 'Sur votre relevé, elle porte le nom {name}.',
    refundedTraced: 'Votre banque la retrouve par sa référence {reference}.',
    refundedByHand:
      '{company} a rendu la somme directement\u00a0: le moyen de paiement utilisé n’en affichera rien.',
    voided: '{company} a annulé cette demande.',
    voidedNothingOwed: 'Il n’y a rien à payer.',
    voidedSomethingPaid: '{settled} avaient été payés. Demandez à {company} ce qu’il en est.',
    voidedThen: 'Rien n’a été débité avec ce lien. Si vous avez une question, n’hésitez pas.',
    writtenOff: '{company} ne demande plus rien ici.',
    writtenOffPaid: '{settled} en ont été payés.',
    writtenOffThen:
      'Il n’y a rien à payer par ce lien, et rien n’a été débité avec lui. Si vous avez une question, n’hésitez pas.',
    links_off: '{company} n’accepte pas de paiement par lien pour ceci.',
    links_offThen: 'Rien n’a été débité. Demandez comment vous pouvez payer.',
    replaced: 'Cette facture a été mise à jour le {date}.',
    replacedByStatement: 'Un relevé de compte plus récent, du {date}, a pris la place de celui-ci.',
    replacedBySending: 'Un lien plus récent a pris la place de celui-ci le {date}.',
    replacedAmount: 'Son montant était de {before}\u00a0; il est maintenant de {after}.',
    replacedSameAmount: 'Son montant est toujours de {after}\u00a0; son contenu a changé.',
    replacedUndated: 'Ce lien a été remplacé.',
    replacedThen:
      'Ce lien ne permet plus de payer, et rien n’a été débité avec lui. Le message le plus récent de {company} contient le lien actuel.',
    replacedThenOpen: 'Ce lien ne permet plus de payer, et rien n’a été débité avec lui.',
    expired: 'Ce lien a expiré. Rien n’a été débité.',
    renewalSend: 'Nous pouvons en envoyer un nouveau à {to}, là où celui-ci a été envoyé.',
    renewalSent:
      'Un nouveau lien a été envoyé à {to} le {date}. Regardez aussi parmi les courriels indésirables. S’il n’arrive pas d’ici une heure, vous pourrez le faire renvoyer ici.',
    renewalAsk: '{company} peut vous en envoyer un nouveau.',
    renewalAsked: 'Votre demande d’un nouveau lien a été transmise à {company} le {date}.',
    renewalCall: 'Appelez {company} ou écrivez-lui pour en obtenir un nouveau.',
    needs_new_linkThen: 'Ce lien ne permet qu’un seul essai.',
    unknown: 'Ce lien n’est pas valable.',
    unknownThen:
      'Vérifiez que vous avez ouvert l’adresse entière, ou demandez un nouveau lien à la personne qui vous l’a envoyé, comme vous la joignez d’habitude.',
  },
})

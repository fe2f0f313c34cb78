import { defineWords } from '../../words/index.ts'

/** Requests, links, what is sent, payments and refunds. */
export const askingProblems = defineWords({
  en: {
    links_switched_off:
      'Payment links are switched off.\nNothing was done. They are switched on in the customer, or by the operator for the whole company.',
    link_ruled_out:
      'A setting of your company does not allow this.\nNothing was sent. Change it under Settings, Links and requests, or send it another way.',
    link_unknown: 'This link is not valid.\nNothing was charged.',
    link_not_payable:
      'This link takes no payment any more.\nNothing was charged. Reload the page to see why.',
    mandate_not_accepted:
      'The owner of the account did not agree to the debit.\nNothing was charged. It needs their name, e-mail address and agreement to the text of the page as it is now.',
    statement_superseded:
      'A newer statement took the place of this one.\nNothing was sent. Send the newest, or write another.',
    statement_outdated:
      'What is pending changed since this statement was written.\nNothing was sent. Look at it as it is now and send it again.',
    consent_outdated:
      'What the payer agrees to reads differently by now.\nNothing was charged and nothing was saved. Reload the page and look at it.',
    form_over:
      'This form takes nothing any more.\nIt was used, has expired or was taken back. Nothing was saved and nothing was charged; send another.',
    person_needed:
      'This is for somebody who is signed in.\nNothing was charged. A key cannot open the page on which a card is entered.',
    phone_page_ended:
      'This page takes no card any more.\nNothing more was charged. Look at the invoice or request, and begin again there.',
    method_not_chargeable:
      'This saved payment method cannot be charged.\nIt has expired, its bank refuses it, or it was removed. Nothing was charged; choose another, or send a link.',
    method_not_offered:
      'This cannot be paid in this way.\nNothing was charged. Reload the page and choose another.',
    nothing_to_ask: 'Nothing is owed here any more.\nSo it gets no link. Nothing was sent.',
    nothing_is_owed: 'Nothing is owed here any more.\nNothing was charged.',
    asked_already:
      'Another bulk send that ran at the same time asked for this.\nNothing was sent twice. Ask again if you want to.',
    bulk_send_over: 'Nothing of this waits any more.\nNothing was changed; what was sent is sent.',
    items_do_not_fit: 'These do not go together in one request.\nNothing was created.',
    too_many_invoices:
      'These are more invoices than one link takes.\nNothing was sent. Ask for some of them, or send a statement.',
    document_missing:
      'A document is missing.\nYour company sends detailed requests only with one. Nothing was created or sent; add an invoice or a sales order.',
    amount_changed:
      'The amount has changed meanwhile.\nNothing was charged. Look at the new amount and try again.',
    amount_invalid: 'This amount cannot be asked for.\nNothing was changed. Correct it and try again.',
    amount_not_payable:
      'This amount cannot be paid by card.\nIt is too small or too large for one payment. Nothing was done.',
    decimal_invalid: 'This is not a number.\nNothing was changed. Type it like 1240.50.',
    currency_mismatch: 'Different currencies cannot be put together.\nNothing was changed. Use one currency.',
    currency_not_settled:
      'Your payments account does not take this currency.\nNothing was sent. Ask in another currency, or add it at the processor.',
    recipient_missing:
      'There is no address to send this to.\nNothing was sent. Type one, or add it to the customer.',
    recipient_suppressed:
      'Mail does not go to this address.\nNothing was sent. Use another, or take it off the list under Settings, Suppressed addresses, if you know that it is right.',
    reminded_just_now:
      'A reminder went out within the last minute.\nNo second one was sent. Wait a minute if you mean it.',
    request_is_paid: 'This request is paid.\nNobody was reminded; there is nothing to do.',
    request_is_voided: 'This request was taken back.\nNobody was reminded.',
    request_is_being_paid:
      'This request is being paid right now.\nNobody was reminded. Wait for what becomes of it.',
    request_not_sent: 'This request was never sent.\nNobody was reminded. Send it first.',
    request_written_off:
      'What this asks for is written off.\nNobody was reminded. Recover the invoice first if it is to be paid after all.',
    request_settled_elsewhere:
      'What this asks for was settled in another way.\nNobody was reminded; there is nothing to do.',
    money_has_moved:
      'Money has moved, so this cannot be taken back.\nNothing was changed. Refund the payment or take the credit back first, or wait for the payment under way.',
    payment_under_way:
      'A payment of this is being made right now.\nNothing was charged. Wait for its result.',
    card_payments_paused:
      'Card payments by link are paused for a while.\nToo many cards were declined. Nothing was charged.',
    refund_period_over:
      'The time in which this payment can be refunded is over.\nAffirm takes refunds for 120 days, and a bank account that was debited for 180. No money was moved; give the customer a credit, or pay them back by hand and book that.',
    wire_booked_before:
      'This wire is booked already.\nOne with the same reference, day and amount stands in your books. Nothing was booked; confirm that this is another one if it is.',
    cheque_booked_before:
      'This cheque is booked already.\nOne of this customer with the same number and amount stands in your books. Nothing was booked; confirm that this is another one if it is.',
    allocation_does_not_fit:
      'These amounts do not fit any more.\nAn invoice was paid meanwhile, or is being paid, or they come to more than was received. Nothing was booked; look at the new amounts.',
    payment_not_bankable:
      'This cannot be banked.\nOne of these is banked already, was taken back, or is no cash and no cheque. Nothing was banked.',
    bank_deposit_not_undoable:
      'This deposit cannot be undone.\nIt was undone before, or a cheque of it bounced, so your bank has had it. Nothing was changed.',
    wire_matched:
      'This wire is matched otherwise by now.\nSomebody else was there first, or there is nothing to take back. Nothing was changed.',
    payment_not_taken_back:
      'This cannot be taken back.\nOnly a wire, cash or a cheque that somebody booked by hand can, and once. Nothing was changed.',
    payment_not_refundable:
      'This payment cannot be refunded.\nOnly one that succeeded can: a bank debit when it has cleared, and none that its bank took back. No money was moved.',
    payment_disputed:
      'This payment is disputed.\nIts bank is taking it back, so a refund would pay it twice. No money was moved. Answer the dispute, or accept it.',
    refund_not_undoable:
      'This refund stays in the books.\nOnly what somebody booked by hand can be taken out again, once. Nothing was changed.',
    dispute_not_open:
      'There is nothing to answer in this dispute any more.\nNothing was sent. Look at the dispute as it is now.',
    dispute_answer_refused:
      'The processor did not take the answer.\nThe dispute is as it was. Change what it names and send it again.',
    refund_too_large: 'That is more than is left to refund.\nNo money was moved.',
    treatment_does_not_fit:
      'The refund does not fit what was paid.\nNo money was moved. Look at the payment as it is now, and choose another amount or treatment.',
    came_from_elsewhere: 'Another site sent this.\nNothing was sent and nothing was charged.',
    too_many_renewals: 'Too many new links were asked for.\nNothing was sent and nothing was charged.',
    too_many_tries: 'Too many cards were declined.\nNothing was charged.',
    too_many_tries_from_address: 'Too many tries came from this network.\nNothing was charged.',
  },
  fr: {
    links_switched_off:
      'Les liens de paiement sont désactivés.\nRien n’a été fait. Ils s’activent dans la fiche du client, ou par l’exploitant pour toute l’entreprise.',
    link_ruled_out:
      'Un paramètre de votre entreprise ne le permet pas.\nRien n’a été envoyé. Changez-le sous Réglages, Liens et demandes, ou envoyez-le autrement.',
    link_unknown: 'Ce lien n’est pas valable.\nRien n’a été débité.',
    link_not_payable:
      'Ce lien n’accepte plus de paiement.\nRien n’a été débité. Rechargez la page pour savoir pourquoi.',
    mandate_not_accepted:
      'Le titulaire du compte n’a pas accepté le prélèvement.\nRien n’a été débité. Il faut son nom, son adresse courriel et son accord au texte actuel de la page.',
    statement_superseded:
      'Un relevé plus récent a pris la place de celui-ci.\nRien n’a été envoyé. Envoyez le plus récent, ou établissez-en un autre.',
    statement_outdated:
      'Ce qui reste dû a changé depuis que ce relevé a été établi.\nRien n’a été envoyé. Regardez-le tel qu’il est maintenant et envoyez-le de nouveau.',
    consent_outdated:
      'Le texte de l’accord a changé.\nRien n’a été débité ni enregistré. Rechargez la page et relisez-le.',
    form_over:
      'Ce formulaire n’accepte plus rien.\nIl a servi, a expiré ou a été retiré. Rien n’a été enregistré ni débité\u00a0; envoyez-en un autre.',
    person_needed:
      'C’est réservé à une personne connectée.\nRien n’a été débité. Une clé ne peut pas ouvrir la page où une carte est saisie.',
    phone_page_ended:
      'Cette page ne prend plus de carte.\nRien de plus n’a été débité. Regardez la facture ou la demande, et recommencez de là.',
    method_not_chargeable:
      'Ce moyen de paiement enregistré ne peut pas être débité.\nIl a expiré, sa banque le refuse ou il a été retiré. Rien n’a été débité\u00a0; choisissez-en un autre ou envoyez un lien.',
    method_not_offered:
      'Ce moyen de paiement n’est pas offert ici.\nRien n’a été débité. Rechargez la page et choisissez-en un autre.',
    nothing_to_ask: 'Plus rien n’est dû ici.\nIl n’y a donc pas de lien. Rien n’a été envoyé.',
    nothing_is_owed: 'Plus rien n’est dû ici.\nRien n’a été débité.',
    asked_already:
      'Un autre envoi groupé, fait en même temps, l’a déjà demandé.\nRien n’a été envoyé deux fois. Redemandez-le si vous le souhaitez.',
    bulk_send_over:
      'Plus rien n’attend dans cet envoi.\nRien n’a été modifié\u00a0; ce qui est envoyé reste envoyé.',
    items_do_not_fit: 'Cela ne va pas ensemble dans une même demande.\nRien n’a été créé.',
    too_many_invoices:
      'Ces factures sont plus nombreuses qu’un seul lien n’en accepte.\nRien n’a été envoyé. Demandez-en une partie, ou envoyez un relevé.',
    document_missing:
      'Il manque un document.\nVotre entreprise n’envoie de demande détaillée qu’accompagnée. Rien n’a été créé ni envoyé\u00a0; ajoutez une facture ou un bon de commande.',
    amount_changed:
      'Le montant a changé entre-temps.\nRien n’a été débité. Voyez le nouveau montant et réessayez.',
    amount_invalid: 'Ce montant ne peut pas être demandé.\nRien n’a été modifié. Corrigez-le et réessayez.',
    amount_not_payable:
      'Ce montant ne peut pas être payé par carte.\nIl est trop petit ou trop grand pour un seul paiement. Rien n’a été fait.',
    decimal_invalid: 'Ce n’est pas un nombre.\nRien n’a été modifié. Saisissez-le comme 1240,50.',
    currency_mismatch:
      'Des devises différentes ne vont pas ensemble.\nRien n’a été modifié. Utilisez une seule devise.',
    currency_not_settled:
      'Votre compte de paiement n’accepte pas cette devise.\nRien n’a été envoyé. Demandez dans une autre devise, ou ajoutez-la chez le processeur.',
    recipient_missing:
      'Il n’y a pas d’adresse à qui l’envoyer.\nRien n’a été envoyé. Saisissez-en une, ou ajoutez-la à la fiche du client.',
    recipient_suppressed:
      'Les courriels ne vont pas à cette adresse.\nRien n’a été envoyé. Prenez-en une autre, ou retirez-la de la liste sous Réglages, Adresses écartées, si vous la savez bonne.',
    reminded_just_now:
      'Un rappel est parti il y a moins d’une minute.\nAucun second n’a été envoyé. Attendez une minute si vous y tenez.',
    request_is_paid: 'Cette demande est payée.\nPersonne n’a été relancé\u00a0; il n’y a rien à faire.',
    request_is_voided: 'Cette demande a été annulée.\nPersonne n’a été relancé.',
    request_is_being_paid:
      'Cette demande est en cours de paiement.\nPersonne n’a été relancé. Attendez de voir ce qu’il en advient.',
    request_not_sent: 'Cette demande n’a jamais été envoyée.\nPersonne n’a été relancé. Envoyez-la d’abord.',
    request_written_off:
      'Ce que cette demande porte est passé en pertes.\nPersonne n’a reçu de rappel. Revenez d’abord sur le passage en pertes si la facture doit être payée malgré tout.',
    request_settled_elsewhere:
      'Ce qui est demandé a été réglé autrement.\nPersonne n’a été relancé\u00a0; il n’y a rien à faire.',
    money_has_moved:
      'De l’argent a circulé\u00a0: ce n’est plus annulable.\nRien n’a été modifié. Remboursez d’abord le paiement ou reprenez le crédit, ou attendez le paiement en cours.',
    payment_under_way:
      'Un paiement est en cours en ce moment même.\nRien n’a été débité. Attendez son résultat.',
    card_payments_paused:
      'Les paiements par carte avec un lien sont suspendus.\nTrop de cartes ont été refusées. Rien n’a été débité.',
    refund_period_over:
      'Le délai pour rembourser ce paiement est passé.\nAffirm accepte les remboursements pendant 120 jours, un compte bancaire débité pendant 180. Aucun argent n’a bougé\u00a0; accordez un crédit au client, ou remboursez-le vous-même et inscrivez-le.',
    wire_booked_before:
      'Ce virement est déjà saisi.\nUn virement de mêmes référence, jour et montant figure dans vos livres. Rien n’a été saisi ; confirmez que c’en est un autre si c’est le cas.',
    cheque_booked_before:
      'Ce chèque est déjà saisi.\nUn chèque de ce client, de mêmes numéro et montant, figure dans vos livres. Rien n’a été saisi\u00a0; confirmez que c’en est un autre si c’est le cas.',
    allocation_does_not_fit:
      'Ces montants ne conviennent plus.\nUne facture a été payée entre-temps, ou est en cours de paiement, ou leur somme dépasse ce qui a été reçu. Rien n’a été saisi\u00a0; regardez les nouveaux montants.',
    payment_not_bankable:
      'Ceci ne peut pas être déposé.\nL’un de ces paiements est déjà déposé, a été annulé, ou n’est ni en espèces ni par chèque. Rien n’a été déposé.',
    bank_deposit_not_undoable:
      'Cette remise ne peut pas être annulée.\nElle l’a déjà été, ou l’un de ses chèques est revenu impayé\u00a0: votre banque l’a donc reçue. Rien n’a été modifié.',
    wire_matched:
      'Ce virement est déjà rapproché autrement.\nQuelqu’un vous a devancé, ou il n’y a rien à annuler. Rien n’a été modifié.',
    payment_not_taken_back:
      'Ceci ne peut pas être annulé.\nSeuls un virement, des espèces ou un chèque saisis à la main peuvent l’être, une fois. Rien n’a été modifié.',
    payment_not_refundable:
      'Ce paiement ne peut pas être remboursé.\nSeul un paiement réussi peut l’être\u00a0: un débit bancaire une fois compensé, et aucun que la banque a repris. Aucun argent n’a circulé.',
    payment_disputed:
      'Ce paiement est contesté.\nLa banque est en train de le reprendre\u00a0: un remboursement le paierait deux fois. Aucun argent n’a circulé. Répondez au litige, ou acceptez-le.',
    refund_not_undoable:
      'Ce remboursement reste dans les comptes.\nSeul ce que quelqu’un a inscrit lui-même peut en être retiré, une fois. Rien n’a changé.',
    dispute_not_open:
      'Il n’y a plus rien à répondre dans ce litige.\nRien n’a été envoyé. Voyez le litige tel qu’il est.',
    dispute_answer_refused:
      'Le processeur n’a pas pris la réponse.\nLe litige est inchangé. Corrigez ce qui est indiqué et renvoyez.',
    refund_too_large: 'C’est plus que ce qui reste à rembourser.\nAucun argent n’a circulé.',
    treatment_does_not_fit:
      'Le remboursement ne convient pas à ce qui a été payé.\nAucun argent n’a circulé. Voyez le paiement tel qu’il est, et choisissez un autre montant ou un autre traitement.',
    came_from_elsewhere: 'Un autre site a envoyé cela.\nRien n’a été envoyé ni débité.',
    too_many_renewals: 'Trop de nouveaux liens ont été demandés.\nRien n’a été envoyé ni débité.',
    too_many_tries: 'Trop de cartes ont été refusées.\nRien n’a été débité.',
    too_many_tries_from_address: 'Trop d’essais sont venus de ce réseau.\nRien n’a été débité.',
  },
})

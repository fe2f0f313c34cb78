import { defineWords } from '../../words/index.ts'

/** Invoices, credits, attachments, templates and lists. */
export const documentProblems = defineWords({
  en: {
    invoice_invalid: 'This invoice does not work out.\nNothing was issued.',
    invoice_input_invalid:
      'Something in this invoice is not right.\nNothing was changed. Correct it and try again.',
    logo_not_read: 'This picture cannot be read.\nNothing was changed. Send another.',
    logo_too_large: 'This picture is too large.\nNothing was changed. Send a smaller one.',
    logo_type_refused: 'This picture is of a kind that is not taken.\nNothing was changed. Send another.',
    test_address_refused:
      'No test goes to this address.\nNothing was sent. Send it to your own, or to one of your staff.',
    invoice_exists: 'This invoice was imported before.\nNothing was changed.',
    invoice_not_editable:
      'This invoice cannot be edited any more.\nIt is voided or written off. Nothing was changed; issue a new one.',
    write_off_refused:
      'There is nothing to write off here.\nThis invoice is paid, void or written off by now. Nothing was changed.',
    recovery_refused:
      'This write-off cannot be taken back.\nThe invoice is not written off, or what it asked for came back otherwise. Nothing was changed.',
    invoice_not_voidable:
      'This invoice cannot be voided.\nIt is void already, or credited in part. Nothing was changed; look at it as it is now.',
    invoice_revised: 'Somebody else edited this invoice meanwhile.\nNothing was changed.',
    edit_below_settled:
      'The invoice would come to less than is paid of it.\nNothing was changed. Write a credit note for the difference.',
    order_revised:
      'Somebody else changed this order meanwhile.\nNothing was changed. Look at it as it is now.',
    schedule_revised:
      'Somebody else changed this automatic invoice meanwhile.\nNothing was changed. Look at it as it is now.',
    order_money_moved:
      'Money for this order is on its way or was received.\nNothing was changed. Wait for its result, or refund it first with the sale taken back.',
    product_exists: 'There is a product with this code already.\nNothing was changed. Choose another code.',
    product_not_sold:
      'This product is not sold any more, or is in another currency.\nNothing was changed. Take another one, or write the line without it.',
    edit_must_wait:
      'The invoice is being paid right now.\nNothing was changed. Edit it once the payment has its result.',
    document_not_rendered:
      'The PDF could not be made.\nNothing about the money has changed. Ask for it again.',
    application_not_reversible:
      'This cannot be undone here.\nA payment settled it (then it is refunded), or it was undone before. Nothing was changed.',
    credit_not_applicable: 'The invoice cannot take that.\nNothing was applied.',
    credit_not_enough: 'The credit has too little left.\nNothing was changed. Choose a smaller amount.',
    credit_not_refundable: 'This credit cannot be paid out.\nNo money was moved.',
    credit_note_exists: 'This credit note was imported before.\nNothing was changed.',
    credit_note_invalid: 'This credit note does not work out.\nNothing was issued.',
    credit_note_not_voidable:
      'This credit note cannot be voided.\nIt is void already, or part of it is used. Nothing was changed; take back where it was applied first.',
    approval_by_another:
      'Somebody else has to decide about this credit note.\nNobody approves what they wrote themselves. Nothing was changed.',
    credit_note_not_yours:
      'Somebody else wrote this credit note.\nOnly they change or drop it before it is issued. Nothing was changed.',
    credit_note_outdated:
      'Its invoice, or the credit note itself, was changed, paid or voided meanwhile.\nNothing was issued. Look at it again; send it back, so that it is submitted anew.',
    attachment_in_use: 'This document is in use, so it stays.\nNothing was deleted.',
    attachment_name_refused:
      'This file name is not taken.\nNothing was kept. Rename the file: letters, numbers, and the ending that fits it.',
    attachment_type_refused: 'This is no PDF, PNG, JPEG or WebP file.\nNothing was kept. Send one of these.',
    template_blanks_unfilled:
      'The text still has gaps to fill in.\nNothing was sent. Write what belongs there.',
    template_does_not_fit: 'This text does not fit here.\nNothing was sent. Choose another.',
    template_is_shipped:
      'This text comes with Quittance and stays as it is.\nNothing was changed. Copy it and change the copy.',
    template_variable_missing:
      'The text names something that is not there.\nNothing was sent and nothing was asked for. Add the value, or take it out of the text.',
    template_variable_unknown:
      'The text names something that does not exist.\nNothing was sent or kept. Choose from the list of variables.',
    automatic_invoice_is_fixed:
      'An automatic invoice goes out as it is.\nNothing was sent. Leave link and words out, or send it by hand.',
    too_many_templates: 'There are too many texts.\nNothing was added. Delete some that nobody uses.',
    too_many_test_messages: 'Too many test messages in an hour.\nNothing was sent.',
    csv_not_read: 'The list cannot be read.\nNothing was imported. Put it right and send it again.',
    csv_refused:
      'Some lines cannot be taken.\nNothing was imported. Put them right and send the whole file again.',
  },
  fr: {
    invoice_invalid: 'Cette facture ne tombe pas juste.\nRien n’a été émis.',
    invoice_input_invalid:
      'Quelque chose ne va pas dans cette facture.\nRien n’a été modifié. Corrigez et réessayez.',
    logo_not_read: 'Cette image est illisible.\nRien n’a été modifié. Envoyez-en une autre.',
    logo_too_large: 'Cette image est trop grande.\nRien n’a été modifié. Envoyez-en une plus petite.',
    logo_type_refused: 'Ce type d’image n’est pas accepté.\nRien n’a été modifié. Envoyez-en une autre.',
    test_address_refused:
      'Aucun essai ne va à cette adresse.\nRien n’a été envoyé. Envoyez-le à la vôtre, ou à celle d’un membre du personnel.',
    invoice_exists: 'Cette facture a déjà été importée.\nRien n’a été modifié.',
    invoice_not_editable:
      'Cette facture ne peut plus être modifiée.\nElle est annulée ou passée en perte. Rien n’a changé\u00a0; émettez-en une nouvelle.',
    write_off_refused:
      'Il n’y a rien à passer en pertes ici.\nCette facture est déjà payée, annulée ou passée en pertes. Rien n’a été modifié.',
    recovery_refused:
      'On ne peut pas revenir sur ce passage en pertes.\nLa facture n’est pas passée en pertes, ou ce qu’elle demandait est revenu autrement. Rien n’a été modifié.',
    invoice_not_voidable:
      'Cette facture ne peut pas être annulée.\nElle l’est déjà, ou elle est en partie créditée. Rien n’a été modifié\u00a0; voyez où elle en est.',
    invoice_revised: 'Quelqu’un a modifié cette facture entre-temps.\nRien n’a été modifié.',
    edit_below_settled:
      'La facture serait de moins que ce qui en est payé.\nRien n’a été modifié. Rédigez un avoir pour la différence.',
    order_revised:
      'Quelqu’un d’autre a modifié cette commande entre-temps.\nRien n’a été changé. Regardez-la telle qu’elle est maintenant.',
    schedule_revised:
      'Quelqu’un d’autre a modifié cette facture automatique entre-temps.\nRien n’a été changé. Regardez-la telle qu’elle est maintenant.',
    order_money_moved:
      'De l’argent pour cette commande est en route ou a été reçu.\nRien n’a été changé. Attendez son résultat, ou remboursez-le d’abord en reprenant la vente.',
    product_exists: 'Un produit porte déjà ce code.\nRien n’a été changé. Choisissez un autre code.',
    product_not_sold:
      'Ce produit n’est plus vendu, ou est dans une autre devise.\nRien n’a été changé. Prenez-en un autre, ou écrivez la ligne sans lui.',
    edit_must_wait:
      'La facture est en cours de paiement.\nRien n’a été modifié. Modifiez-la quand le résultat du paiement sera connu.',
    document_not_rendered: 'Le PDF n’a pas pu être produit.\nRien n’a changé pour l’argent. Redemandez-le.',
    application_not_reversible:
      'Cela ne se défait pas ici.\nUn paiement l’a réglé (on le rembourse alors), ou c’est déjà défait. Rien n’a été modifié.',
    credit_not_applicable: 'La facture ne peut pas recevoir cela.\nRien n’a été imputé.',
    credit_not_enough:
      'Il reste trop peu de ce crédit.\nRien n’a été modifié. Choisissez un montant plus petit.',
    credit_not_refundable: 'Ce crédit ne peut pas être reversé.\nAucun argent n’a circulé.',
    credit_note_exists: 'Cet avoir a déjà été importé.\nRien n’a été modifié.',
    credit_note_invalid: 'Cet avoir ne tombe pas juste.\nRien n’a été émis.',
    credit_note_not_voidable:
      'Cet avoir ne peut pas être annulé.\nIl l’est déjà, ou il a en partie servi. Rien n’a été modifié\u00a0; reprenez-le d’abord là où il est imputé.',
    approval_by_another:
      'Une autre personne doit décider de cet avoir.\nPersonne n’approuve ce qu’il a rédigé. Rien n’a été modifié.',
    credit_note_not_yours:
      'Une autre personne a rédigé cet avoir.\nElle seule le modifie ou l’abandonne avant son émission. Rien n’a été modifié.',
    credit_note_outdated:
      'Sa facture, ou l’avoir lui-même, a été modifié, payé ou annulé entre-temps.\nRien n’a été émis. Regardez-le à nouveau\u00a0; renvoyez-le, pour qu’il soit soumis à nouveau.',
    attachment_in_use: 'Ce document sert encore, il reste donc.\nRien n’a été supprimé.',
    attachment_name_refused:
      'Ce nom de fichier n’est pas accepté.\nRien n’a été gardé. Renommez le fichier\u00a0: des lettres, des chiffres et l’extension qui convient.',
    attachment_type_refused:
      'Ce n’est ni un PDF, ni une image PNG, JPEG ou WebP.\nRien n’a été gardé. Envoyez l’un de ceux-là.',
    template_blanks_unfilled:
      'Le texte a encore des blancs à remplir.\nRien n’a été envoyé. Écrivez ce qui doit y figurer.',
    template_does_not_fit: 'Ce texte ne convient pas ici.\nRien n’a été envoyé. Choisissez-en un autre.',
    template_is_shipped:
      'Ce texte est fourni avec Quittance et reste tel quel.\nRien n’a été modifié. Copiez-le et changez la copie.',
    template_variable_missing:
      'Le texte nomme une valeur qui manque.\nRien n’a été envoyé ni demandé. Ajoutez la valeur, ou retirez-la du texte.',
    template_variable_unknown:
      'Le texte nomme quelque chose qui n’existe pas.\nRien n’a été envoyé ni gardé. Choisissez dans la liste des variables.',
    automatic_invoice_is_fixed:
      'Une facture automatique part telle quelle.\nRien n’a été envoyé. Omettez lien et texte, ou envoyez-la à la main.',
    too_many_templates:
      'Il y a trop de textes.\nRien n’a été ajouté. Supprimez ceux dont personne ne se sert.',
    too_many_test_messages: 'Trop de messages d’essai en une heure.\nRien n’a été envoyé.',
    csv_not_read: 'La liste est illisible.\nRien n’a été importé. Corrigez-la et renvoyez-la.',
    csv_refused:
      'Des lignes ne peuvent pas être prises.\nRien n’a été importé. Corrigez-les et renvoyez le fichier entier.',
  },
})

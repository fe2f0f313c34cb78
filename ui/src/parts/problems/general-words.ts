import { defineWords } from '../../words/index.ts'

/**
 * What may befall any request. As in all these catalogues the first line is a title; the lines after say what it
 * means and what to do next.
 */
export const generalProblems = defineWords({
  en: {
    internal_error:
      'Something failed on our side.\nWhat you typed is kept. Try again: a repeat is not done twice. If it was about money and goes on failing, look the payment or refund up before you do it another way.',
    invalid_request: 'Something here is not right.\nNothing was changed. Put it right and try again.',
    not_found: 'This is not here.\nIt is gone, or was never in this company. Nothing was changed.',
    address_unknown: 'There is nothing at this address.\nNothing was changed. Reload the page.',
    already_exists: 'This exists already.\nSomething else has this code or number. Nothing was changed.',
    value_not_storable:
      'Something here cannot be kept as it is.\nNothing was changed. Look for unusual characters or very large numbers.',
    too_large: 'This is too large.\nNothing was changed. Send something smaller.',
    unsupported_media_type: 'A file of this kind is not taken here.\nNothing was changed.',
    transition_refused:
      'This is not possible any more.\nIt has moved on meanwhile. Nothing was changed; look at how it stands now.',
    permission_denied:
      'Your role does not allow this.\nNothing was done. Ask an admin of your company if you need it.',
    not_signed_in: 'You are not signed in any more.\nNothing was done. Sign in again.',
    unauthenticated: 'You are not signed in any more.\nNothing was done. Sign in again.',
    cross_site_refused:
      'This page cannot show that it is ours.\nNothing was done. Copy what you typed, reload the page and try again.',
    session_elsewhere:
      'Another tab works elsewhere now.\nIn this browser somebody went on in another company or as somebody else. Nothing was done here. Say where this page is to go on, then try again.',
    idempotency_key_in_use:
      'The same is being done right now.\nNothing is done twice. Try again in a moment to see what became of it.',
    idempotency_key_required: 'This page is too old.\nNothing was done. Reload the page and try again.',
    idempotency_key_reused:
      'This was done before with other values.\nNothing was done now. Reload the page and look at what is there.',
    not_an_event_stream: 'The live news cannot be read.\nReload the page.',
    too_many_streams: 'Too many tabs are open.\nClose one that you do not need.',
    too_many_wrong_keys: 'Too many wrong keys came from your network.\nNothing was done.',
    too_many_wrong_links: 'Too many wrong links were opened from your network.\nNothing was charged.',
    inbound_mail_refused: 'Mail was handed in without its secret.\nNothing was recorded.',
    webhook_refused: 'A message of the processor was refused.\nNothing was recorded.',
    report_too_early:
      'This message is not known to be sent yet.\nNothing was recorded. Try again in a minute.',
    processor_silent: 'The payment processor does not answer.\nNo money moved. Try again in a moment.',
  },
  fr: {
    internal_error:
      'Une erreur s’est produite de notre côté.\nVotre saisie est conservée. Réessayez\u00a0: rien n’est fait deux fois. S’il s’agissait d’argent et que l’erreur persiste, consultez le paiement ou le remboursement avant de procéder autrement.',
    invalid_request: 'Quelque chose ne va pas ici.\nRien n’a été modifié. Corrigez et réessayez.',
    not_found:
      'Cet élément n’est pas ici.\nIl a disparu, ou n’a jamais été dans cette entreprise. Rien n’a été modifié.',
    address_unknown: 'Il n’y a rien à cette adresse.\nRien n’a été modifié. Rechargez la page.',
    already_exists: 'Cela existe déjà.\nAutre chose porte ce code ou ce numéro. Rien n’a été modifié.',
    value_not_storable:
      'Une valeur ne peut pas être enregistrée telle quelle.\nRien n’a été modifié. Cherchez des caractères inhabituels ou de très grands nombres.',
    too_large: 'C’est trop volumineux.\nRien n’a été modifié. Envoyez quelque chose de plus petit.',
    unsupported_media_type: 'Ce type de fichier n’est pas accepté ici.\nRien n’a été modifié.',
    transition_refused:
      'Ce n’est plus possible.\nLa situation a changé entre-temps. Rien n’a été modifié\u00a0; voyez où elle en est.',
    permission_denied:
      'Votre rôle ne le permet pas.\nRien n’a été fait. Au besoin, demandez à un administrateur de votre entreprise.',
    not_signed_in: 'Vous n’êtes plus connecté.\nRien n’a été fait. Reconnectez-vous.',
    unauthenticated: 'Vous n’êtes plus connecté.\nRien n’a été fait. Reconnectez-vous.',
    cross_site_refused:
      'Cette page ne peut pas prouver qu’elle est la nôtre.\nRien n’a été fait. Copiez votre saisie, rechargez la page et réessayez.',
    session_elsewhere:
      'Un autre onglet travaille ailleurs maintenant.\nDans ce navigateur, on est passé à une autre entreprise ou à un autre compte. Rien n’a été fait ici. Dites où cette page doit continuer, puis réessayez.',
    idempotency_key_in_use:
      'La même action est en cours.\nRien n’est fait deux fois. Réessayez dans un instant pour en voir le résultat.',
    idempotency_key_required: 'Cette page est trop ancienne.\nRien n’a été fait. Rechargez-la et réessayez.',
    idempotency_key_reused:
      'Cela a déjà été fait avec d’autres valeurs.\nRien n’a été fait cette fois. Rechargez la page et voyez ce qui s’y trouve.',
    not_an_event_stream: 'Les nouvelles en direct ne peuvent pas être lues.\nRechargez la page.',
    too_many_streams: 'Trop d’onglets sont ouverts.\nFermez-en un dont vous n’avez pas besoin.',
    too_many_wrong_keys: 'Trop de mauvaises clés sont venues de votre réseau.\nRien n’a été fait.',
    too_many_wrong_links: 'Trop de mauvais liens ont été ouverts depuis votre réseau.\nRien n’a été débité.',
    inbound_mail_refused: 'Un courriel a été remis sans son secret.\nRien n’a été enregistré.',
    webhook_refused: 'Un message du processeur de paiement a été refusé.\nRien n’a été enregistré.',
    report_too_early:
      'L’envoi de ce message n’est pas encore confirmé.\nRien n’a été enregistré. Réessayez dans une minute.',
    processor_silent:
      'Le processeur de paiement ne répond pas.\nAucun argent n’a circulé. Réessayez dans un instant.',
  },
})

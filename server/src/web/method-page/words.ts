import { defineWords, speak } from '../../lib/words.ts'

const words = defineWords({
  en: {
    title: 'A payment method for {company}',
    heading: 'Save a payment method',
    intro:
      'Enter {of, select, card {a card} ach {a bank account} other {a card or a bank account}} for {customer}. Nothing is charged now.',
    until: 'This form is good until {time}.',
    agree: 'By pressing the button you agree:',
    email: 'E-mail',
    save: 'Save',
    completed: 'Saved. Thank you.',
    completedThen:
      '{company} can use it for what you agree on. This form is used up; nobody can enter anything with it any more.',
    expired: 'This form has expired. Nothing was saved.',
    expiredThen: 'It was good for four hours. Ask {company} for a new one.',
    revoked: '{company} took this form back. Nothing was saved.',
    revokedThen: 'If you were sent a newer one, use that; otherwise ask {company}.',
    paying: 'Saving… Please keep this page open.',
    confirming: 'Your bank asks you to confirm.',
    checking: 'We are checking with the bank.',
    lost: 'The connection was lost. We look whether it was saved, and will tell you here. Nothing is charged.',
    refused: 'It could not be saved. Nothing was charged. Reload the page and try again.',
    cardUnavailable:
      'The form could not be loaded. Nothing was saved. Check your connection and reload the page.',
    unsure: 'We are checking with the bank whether it was saved. Nothing is charged.',
    unsureThen: 'This takes a few minutes at most, and this page looks again by itself.',
    declined: 'Your bank did not let it be saved. Nothing was charged. Try another card or account.',
    owner: 'A bank account needs its owner’s name and an e-mail address. Nothing was saved.',
    tooMany: 'This was tried too often. Nothing was saved. Ask {company} for another form.',
    paused: 'There were too many tries. Nothing was saved. Please try again later.',
  },
  fr: {
    title: 'Un moyen de paiement pour {company}',
    heading: 'Enregistrer un moyen de paiement',
    intro:
      'Indiquez {of, select, card {une carte} ach {un compte bancaire} other {une carte ou un compte bancaire}} pour {customer}. Rien n’est débité maintenant.',
    until: 'Ce formulaire est valable jusqu’à {time}.',
    agree: 'En appuyant sur le bouton, vous acceptez\u00a0:',
    email: 'Courriel',
    save: 'Enregistrer',
    completed: 'Enregistré. Merci.',
    completedThen:
      '{company} peut s’en servir pour ce dont vous convenez. Ce formulaire a servi\u00a0; personne ne peut plus rien y saisir.',
    expired: 'Ce formulaire a expiré. Rien n’a été enregistré.',
    expiredThen: 'Il était valable quatre heures. Demandez-en un nouveau à {company}.',
    revoked: '{company} a retiré ce formulaire. Rien n’a été enregistré.',
    revokedThen: 'Si vous en avez reçu un plus récent, utilisez-le\u00a0; sinon, demandez à {company}.',
    paying: 'Enregistrement en cours… Merci de garder cette page ouverte.',
    confirming: 'Votre banque vous demande de confirmer.',
    checking: 'Nous vérifions auprès de la banque.',
    lost: 'La connexion a été perdue. Nous vérifions si c’est enregistré et vous le dirons ici. Rien n’est débité.',
    refused: 'L’enregistrement n’a pas abouti. Rien n’a été débité. Rechargez la page et réessayez.',
    cardUnavailable:
      'Le formulaire n’a pas pu être chargé. Rien n’a été enregistré. Vérifiez votre connexion et rechargez la page.',
    unsure: 'Nous vérifions auprès de la banque si c’est enregistré. Rien n’est débité.',
    unsureThen: 'Cela prend quelques minutes au plus\u00a0; cette page vérifie de nouveau d’elle-même.',
    declined:
      'Votre banque n’a pas permis l’enregistrement. Rien n’a été débité. Essayez une autre carte ou un autre compte.',
    owner:
      'Un compte bancaire demande le nom de son titulaire et une adresse courriel. Rien n’a été enregistré.',
    tooMany: 'Il y a eu trop d’essais. Rien n’a été enregistré. Demandez un autre formulaire à {company}.',
    paused: 'Il y a eu trop d’essais. Rien n’a été enregistré. Réessayez plus tard.',
  },
})

export const formWords = (locale: string) => speak(words, locale)

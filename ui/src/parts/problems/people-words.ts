import { defineWords } from '../../words/index.ts'

/** Signing in, staff, roles and what the company settles for itself. */
export const peopleProblems = defineWords({
  en: {
    sign_in_refused:
      'This e-mail address and password do not go together.\nCheck both, or ask for a new password.',
    second_factor_required:
      'Now the code.\nEnter what your authenticator app shows, or one of your recovery codes.',
    second_factor_refused:
      'This code is not right, or was used before.\nWait for the next one, or use a recovery code.',
    second_factor_is_on:
      'Two-step sign-in is on already.\nNothing was changed. Turn it off first to begin anew.',
    second_factor_not_begun: 'There is nothing to confirm.\nNothing was changed. Begin anew.',
    current_password_refused: 'This is not your password.\nNothing was changed. Type it again.',
    password_too_weak:
      'This password is too easy to guess.\nNothing was changed. Take at least 12 characters, without names and dates; three or four words that do not belong together are good.',
    password_not_judged: 'The password could not be looked at.\nNothing was changed. Try again.',
    mailed_link_over:
      'This link is over.\nIt was used, was replaced by a newer one, or is too old. Nothing was done. Ask for a new one.',
    too_many_attempts: 'Too many tries. Let’s pause for a while.\nNothing was done.',
    already_member:
      'This person is of the staff already.\nNothing was changed. Change their roles, or send the invitation again.',
    last_admin: 'This is the last active admin.\nNothing was changed. Make somebody else an admin first.',
    role_not_editable: 'An admin may do everything, always.\nNothing was changed.',
    grants_more_than_held:
      'This gives more than you have yourself.\nNothing was changed. Ask an admin to do it.',
    setting_is_the_operators:
      'This is for the operator of this installation.\nNothing was changed. Please ask them.',
    account_is_the_operators:
      'The payments account is the operator’s.\nThis installation uses the company’s own key of the processor. Nothing was done; use the processor’s own dashboard.',
    payments_account_missing:
      'The payments account is not enabled.\nNothing was sent. Open one under Settings, Payments account.',
  },
  fr: {
    sign_in_refused:
      'Cette adresse et ce mot de passe ne vont pas ensemble.\nVérifiez les deux, ou demandez un nouveau mot de passe.',
    second_factor_required:
      'Le code, maintenant.\nSaisissez celui de votre application d’authentification, ou l’un de vos codes de secours.',
    second_factor_refused:
      'Ce code n’est pas le bon, ou a déjà servi.\nAttendez le suivant, ou utilisez un code de secours.',
    second_factor_is_on:
      'La connexion en deux étapes est déjà activée.\nRien n’a été modifié. Désactivez-la d’abord pour recommencer.',
    second_factor_not_begun: 'Il n’y a rien à confirmer.\nRien n’a été modifié. Recommencez depuis le début.',
    current_password_refused:
      'Ce n’est pas votre mot de passe.\nRien n’a été modifié. Saisissez-le de nouveau.',
    password_too_weak:
      'Ce mot de passe est trop facile à deviner.\nRien n’a été modifié. Prenez au moins 12 caractères, sans nom ni date\u00a0; trois ou quatre mots sans rapport entre eux font l’affaire.',
    password_not_judged: 'Le mot de passe n’a pas pu être examiné.\nRien n’a été modifié. Réessayez.',
    mailed_link_over:
      'Ce lien n’est plus valable.\nIl a servi, a été remplacé par un plus récent, ou est trop ancien. Rien n’a été fait. Demandez-en un autre.',
    too_many_attempts: 'Trop d’essais. Faisons une pause.\nRien n’a été fait.',
    already_member:
      'Cette personne fait déjà partie de l’équipe.\nRien n’a été modifié. Changez ses rôles, ou renvoyez l’invitation.',
    last_admin:
      'C’est le dernier administrateur actif.\nRien n’a été modifié. Nommez d’abord un autre administrateur.',
    role_not_editable: 'Un administrateur peut tout faire, toujours.\nRien n’a été modifié.',
    grants_more_than_held:
      'Cela donne plus que ce que vous avez vous-même.\nRien n’a été modifié. Demandez-le à un administrateur.',
    setting_is_the_operators:
      'C’est du ressort de l’exploitant de cette installation.\nRien n’a été modifié. Veuillez le lui demander.',
    account_is_the_operators:
      'Le compte de paiement est celui de l’exploitant.\nCette installation utilise la clé de l’entreprise chez le processeur. Rien n’a été fait\u00a0; passez par le tableau de bord du processeur.',
    payments_account_missing:
      'Le compte de paiement n’est pas actif.\nRien n’a été envoyé. Ouvrez-en un sous Réglages, Compte de paiement.',
  },
})

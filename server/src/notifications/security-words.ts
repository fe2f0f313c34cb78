import { defineWords, speak } from '../lib/words.ts'

/** What befell the way somebody signs in. */
export type SecurityChange =
  | 'password_changed'
  | 'password_reset'
  | 'factor_on'
  | 'factor_off'
  | 'new_browser'

/** What the mails about it say. */
const words = defineWords({
  en: {
    password_changed_subject: 'Your Quittance password was changed',
    password_changed_text: 'Your password was changed. All your other devices were signed out.',
    password_reset_subject: 'Your Quittance password was set anew',
    password_reset_text:
      'A new password was set by a link that was mailed to you. All devices were signed out.',
    factor_on_subject: 'Two-step sign-in is on',
    factor_on_text:
      'From now on signing in asks for a code of your authenticator app beside your password. All your other devices were signed out. Keep your recovery codes where you find them without your telephone.',
    factor_off_subject: 'Two-step sign-in is off',
    factor_off_text:
      'Signing in asks only for your password now, and the recovery codes are worth nothing any more.',
    new_browser_subject: 'A sign-in with a new browser',
    new_browser_text:
      'Somebody signed in to your account with a browser that we do not know of you: a new device, a private window, or one whose cookies were deleted.',
    fact_browser: 'Browser',
    fact_address: 'Internet address',
    preview: 'If it was not you, act now.',
    hello: 'Hello {name},',
    fact_account: 'Account',
    fact_at: 'When',
    button: 'It was not me: set a new password',
    yours: 'If it was you, there is nothing to do.',
    not_yours:
      'If it was not you: set a new password with the button, which signs out every device; then look at Settings, Your account, and tell an admin of {company}.',
  },
  fr: {
    password_changed_subject: 'Votre mot de passe Quittance a été changé',
    password_changed_text: 'Votre mot de passe a été changé. Tous vos autres appareils ont été déconnectés.',
    password_reset_subject: 'Votre mot de passe Quittance a été remplacé',
    password_reset_text:
      'Un nouveau mot de passe a été choisi à l’aide d’un lien reçu par courriel. Tous les appareils ont été déconnectés.',
    factor_on_subject: 'La connexion en deux étapes est activée',
    factor_on_text:
      'Désormais, la connexion demande un code de votre application d’authentification en plus du mot de passe. Tous vos autres appareils ont été déconnectés. Gardez vos codes de secours là où vous les trouverez sans votre téléphone.',
    factor_off_subject: 'La connexion en deux étapes est désactivée',
    factor_off_text:
      'La connexion ne demande plus que votre mot de passe, et les codes de secours ne valent plus rien.',
    new_browser_subject: 'Une connexion depuis un nouveau navigateur',
    new_browser_text:
      'Quelqu’un s’est connecté à votre compte avec un navigateur que nous ne vous connaissions pas\u00a0: un nouvel appareil, une fenêtre privée, ou un navigateur dont les témoins ont été effacés.',
    fact_browser: 'Navigateur',
    fact_address: 'Adresse Internet',
    preview: 'Si ce n’était pas vous, agissez maintenant.',
    hello: 'Bonjour {name},',
    fact_account: 'Compte',
    fact_at: 'Date',
    button: 'Ce n’était pas moi\u00a0: changer le mot de passe',
    yours: 'Si c’était vous, il n’y a rien à faire.',
    not_yours:
      'Si ce n’était pas vous\u00a0: choisissez un nouveau mot de passe avec le bouton, ce qui déconnecte tous les appareils\u00a0; voyez ensuite Réglages, Votre compte, et prévenez un administrateur de {company}.',
  },
})

export const securityWords = (locale: string) => speak(words, locale)

import { defineWords, speak } from '../lib/words.ts'

/** What mails to staff about signing in say. */
const words = defineWords({
  en: {
    invitation_subject: '{company} invites you to Quittance',
    invitation_preview: 'Accept the invitation to work with {company}’s payments.',
    invitation_heading: 'You are invited to {company}',
    invitation_intro:
      'Hello {name}, {company} asks you to join its staff in Quittance, where its payment requests, payments and customers are.',
    invitation_button: 'Accept the invitation',
    invitation_closing:
      'The link works once, until {date}. If you do not know {company}, ignore this message: nothing happens without you.',
    reset_subject: 'A new password for Quittance',
    reset_preview: 'The link works once, for an hour.',
    reset_heading: 'Choose a new password',
    reset_intro:
      'Hello {name}, somebody asked for a new password for {email}. Choose it with the button; all devices are signed out then.',
    reset_button: 'Choose a password',
    reset_closing:
      'The link works once, for an hour. If it was not you, ignore this message: your password stays as it is.',
  },
  fr: {
    invitation_subject: '{company} vous invite dans Quittance',
    invitation_preview: 'Acceptez l’invitation à gérer les paiements de {company}.',
    invitation_heading: '{company} vous invite',
    invitation_intro:
      'Bonjour {name}, {company} vous propose de rejoindre son équipe dans Quittance, où se trouvent ses demandes de paiement, ses paiements et ses clients.',
    invitation_button: 'Accepter l’invitation',
    invitation_closing:
      'Ce lien fonctionne une seule fois, jusqu’au {date}. Si vous ne connaissez pas {company}, ignorez ce message\u00a0: rien ne se fera sans vous.',
    reset_subject: 'Un nouveau mot de passe pour Quittance',
    reset_preview: 'Le lien fonctionne une seule fois, pendant une heure.',
    reset_heading: 'Choisissez un nouveau mot de passe',
    reset_intro:
      'Bonjour {name}, quelqu’un a demandé un nouveau mot de passe pour {email}. Choisissez-le avec le bouton\u00a0; tous vos appareils seront alors déconnectés.',
    reset_button: 'Choisir un mot de passe',
    reset_closing:
      'Ce lien fonctionne une seule fois, pendant une heure. Si ce n’était pas vous, ignorez ce message\u00a0: votre mot de passe reste inchangé.',
  },
})

export const staffWords = (locale: string) => speak(words, locale)

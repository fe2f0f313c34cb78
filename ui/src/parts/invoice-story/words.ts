import { defineWords } from '../../words/index.ts'

export const storyWords = defineWords({
  en: {
    requests: 'Requests and links',
    noRequests: 'Nobody was asked to pay it by a link yet.',
    linkOut: 'Its link went out',
    linkOpened: 'Its link was opened',
    linkNone: 'No link of it is active.',
    mails: 'Sent by e-mail',
    noMails: 'It was not e-mailed yet.',
    mail_queued: 'Waiting',
    mail_sent: 'Sent',
    mail_delivered: 'Delivered',
    mail_failed: 'Failed',
  },
  fr: {
    requests: 'Demandes et liens',
    noRequests: 'Personne n’a encore reçu de lien pour la payer.',
    linkOut: 'Son lien est parti',
    linkOpened: 'Son lien a été ouvert',
    linkNone: 'Aucun de ses liens n’est actif.',
    mails: 'Envois par courriel',
    noMails: 'Elle n’a pas encore été envoyée par courriel.',
    mail_queued: 'En attente',
    mail_sent: 'Envoyé',
    mail_delivered: 'Remis',
    mail_failed: 'Échoué',
  },
})

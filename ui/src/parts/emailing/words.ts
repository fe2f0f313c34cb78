import { defineWords } from '../../words/index.ts'

export const emailWords = defineWords({
  en: {
    title: 'E-mail {number}',
    to: 'E-mail address',
    toWanted: 'An address is wanted.',
    message: 'Message',
    messageHint: 'Stands in the mail. Empty, the mail says what it usually says.',
    link: 'Payment Link',
    linkHint: 'The mail and the PDF carry a button and a QR code to pay {amount}.',
    linkHidden: 'Your company’s settings leave payment links out of invoices that a person sends.',
    linkCustomerOff: 'Payment links are switched off for this customer.',
    linkNothing: 'Nothing is left to pay, so it carries no payment link.',
    send: 'Send',
    sendLink: 'Send with a payment link',
    sent: 'Sent to {email}.',
    sentLink: 'Sent to {email} with a payment link.',
    why_company_off: 'Sent to {email} without a link: payment links are switched off for your company.',
    why_customer_off: 'Sent to {email} without a link: they are switched off for this customer.',
    why_nothing_open: 'Sent to {email} without a link: nothing is left to pay.',
    why_currency_not_settled:
      'Sent to {email} without a link: your payments account does not settle this currency.',
    why_amount_not_payable: 'Sent to {email} without a link: the amount cannot be paid by card.',
  },
  fr: {
    title: 'Envoyer {number} par courriel',
    to: 'Adresse courriel',
    toWanted: 'Une adresse est nécessaire.',
    message: 'Message',
    messageHint: 'Figure dans le courriel. Vide, le courriel dit ce qu’il dit d’habitude.',
    link: 'Lien de paiement',
    linkHint: 'Le courriel et le PDF portent un bouton et un code QR pour payer {amount}.',
    linkHidden:
      'Les réglages de votre entreprise excluent les liens de paiement des factures envoyées par une personne.',
    linkCustomerOff: 'Les liens de paiement sont désactivés pour ce client.',
    linkNothing: 'Il ne reste rien à payer\u00a0: elle ne porte pas de lien de paiement.',
    send: 'Envoyer',
    sendLink: 'Envoyer avec un lien de paiement',
    sent: 'Envoyée à {email}.',
    sentLink: 'Envoyée à {email} avec un lien de paiement.',
    why_company_off:
      'Envoyée à {email} sans lien\u00a0: les liens de paiement sont désactivés pour votre entreprise.',
    why_customer_off: 'Envoyée à {email} sans lien\u00a0: ils sont désactivés pour ce client.',
    why_nothing_open: 'Envoyée à {email} sans lien\u00a0: il ne reste rien à payer.',
    why_currency_not_settled:
      'Envoyée à {email} sans lien\u00a0: votre compte de paiement ne règle pas cette devise.',
    why_amount_not_payable: 'Envoyée à {email} sans lien\u00a0: le montant ne peut pas être payé par carte.',
  },
})

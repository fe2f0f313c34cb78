import { defineWords, speak } from '../lib/words.ts'

const words = defineWords({
  en: {
    subject: '{company} asks how you would like to pay',
    preview: 'A secure form for your card or bank account. It is good for {hours} hours.',
    heading: 'How would you like to pay?',
    intro:
      '{company} asks you to enter a card or a bank account, so that what you agree on can be paid without entering it again. Nothing is charged now.',
    safe: 'What you enter goes straight to the payment processor. {company} never sees the number.',
    button: 'Open the form',
    closing:
      'The form is good for {hours} hours from now, and once. If you do not know {company}, ignore this message: nothing happens without you.',
  },
  fr: {
    subject: '{company} vous demande comment vous souhaitez payer',
    preview: 'Un formulaire sécurisé pour votre carte ou votre compte bancaire, valable {hours} heures.',
    heading: 'Comment souhaitez-vous payer\u00a0?',
    intro:
      '{company} vous invite à indiquer une carte ou un compte bancaire, afin que ce dont vous convenez puisse être payé sans les saisir de nouveau. Rien n’est débité maintenant.',
    safe: 'Ce que vous saisissez va directement au processeur de paiement. {company} ne voit jamais le numéro.',
    button: 'Ouvrir le formulaire',
    closing:
      'Le formulaire est valable {hours} heures à partir de maintenant, une seule fois. Si vous ne connaissez pas {company}, ignorez ce message\u00a0: rien ne se passe sans vous.',
  },
})

export const methodFormWords = (locale: string) => speak(words, locale)

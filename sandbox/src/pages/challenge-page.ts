import { html } from 'ghtml'

const challengeWords = {
  en: {
    title: '3D Secure authentication',
    says: (amount: string, payee: string) => `Your bank asks whether you are paying ${amount} to ${payee}.`,
    saves: (payee: string) => `Your bank asks whether you let ${payee} save your card.`,
    card: (last4: string) => `Card ending in ${last4}`,
    complete: 'Complete authentication',
    fail: 'Fail authentication',
    sandbox: 'This is the sandbox’s own bank: no money moves.',
    done: 'Thank you. You can return to the payment.',
    over: 'There is nothing to authenticate: this payment is already decided.',
  },
  fr: {
    title: 'Authentification 3D Secure',
    says: (amount: string, payee: string) => `Votre banque demande si vous payez ${amount} à ${payee}.`,
    saves: (payee: string) => `Votre banque demande si vous permettez à ${payee} d’enregistrer votre carte.`,
    card: (last4: string) => `Carte se terminant par ${last4}`,
    complete: 'Réussir l’authentification',
    fail: 'Échouer l’authentification',
    sandbox: 'C’est la banque du bac à sable : aucun débit réel.',
    done: 'Merci. Vous pouvez revenir au paiement.',
    over: 'Il n’y a rien à authentifier : ce paiement est déjà décidé.',
  },
}

export type ChallengeLanguage = keyof typeof challengeWords

export type Challenge = {
  action: string
  /** Null where a card is saved, and nothing is paid. */
  amount: string | null
  payee: string
  last4: string
  language: ChallengeLanguage
}

export function challengePage({ action, amount, payee, last4, language }: Challenge): string {
  const words = challengeWords[language]
  return page(
    language,
    html`<h1>${words.title}</h1>
!${amount === null ? '' : html`<p class="amount">${amount}</p>`}<p>${amount === null ? words.saves(payee) : words.says(amount, payee)}</p>
<p class="quiet">${words.card(last4)}</p>
<form method="post" action="${action}">
<button class="main" name="outcome" value="complete">${words.complete}</button>
<button name="outcome" value="fail">${words.fail}</button>
</form>
<p class="quiet">${words.sandbox}</p>`,
  )
}

/** Tells the page around it that the payer has answered. */
export function challengeOverPage(language: ChallengeLanguage, decided: boolean): string {
  const words = challengeWords[language]
  return page(
    language,
    html`<h1>${words.title}</h1>
<p>${decided ? words.over : words.done}</p>`,
    html`<script type="module" src="/js/challenge-over.js"></script>`,
  )
}

function page(language: ChallengeLanguage, body: string, head = ''): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${challengeWords[language].title}</title>
<link rel="stylesheet" href="/pages/pages.css">
!${head}
</head>
<body class="challenge"><main>!${body}</main></body>
</html>`
}

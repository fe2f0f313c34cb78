import { html } from 'ghtml'

const affirmWords = {
  en: {
    title: 'Affirm',
    says: (amount: string, payee: string) => `You are asking to pay ${amount} to ${payee} over time.`,
    plan: (part: string) => `4 payments of ${part}, every two weeks, without interest.`,
    check: 'Affirm checks your credit softly. Your score is not affected.',
    accept: 'Agree to the plan',
    refuse: 'Be refused',
    cancel: 'Cancel and go back',
    sandbox: 'This is the sandbox’s own Affirm: no money moves.',
    over: 'There is nothing to agree to: this payment is already decided.',
  },
  fr: {
    title: 'Affirm',
    says: (amount: string, payee: string) =>
      `Vous demandez à payer ${amount} à ${payee} en plusieurs versements.`,
    plan: (part: string) => `4 versements de ${part}, toutes les deux semaines, sans intérêts.`,
    check: 'Affirm fait une vérification de crédit légère. Votre cote n’en est pas affectée.',
    accept: 'Accepter le plan',
    refuse: 'Être refusé',
    cancel: 'Annuler et revenir',
    sandbox: 'C’est l’Affirm du bac à sable\u00a0: aucun débit réel.',
    over: 'Il n’y a rien à accepter\u00a0: ce paiement est déjà décidé.',
  },
}

export type AffirmLanguage = keyof typeof affirmWords

type Asked = {
  action: string
  amount: string
  payee: string
  /** What one of the plan's payments is. */
  month: string
  language: AffirmLanguage
}

export function affirmPage({ action, amount, payee, month, language }: Asked): string {
  const words = affirmWords[language]
  return page(
    language,
    html`<h1>${words.title}</h1>
<p class="amount">${amount}</p>
<p>${words.says(amount, payee)}</p>
<p>${words.plan(month)}</p>
<p class="quiet">${words.check}</p>
<form method="post" action="${action}">
<button class="main" name="outcome" value="accept">${words.accept}</button>
<button name="outcome" value="refuse">${words.refuse}</button>
<button name="outcome" value="cancel">${words.cancel}</button>
</form>
<p class="quiet">${words.sandbox}</p>`,
  )
}

export function affirmOverPage(language: AffirmLanguage): string {
  const words = affirmWords[language]
  return page(language, html`<h1>${words.title}</h1><p>${words.over}</p>`)
}

function page(language: AffirmLanguage, body: string): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${affirmWords[language].title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/pages/pages.css">
</head>
<body class="challenge"><main>!${body}</main></body>
</html>`
}

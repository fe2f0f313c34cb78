import { html } from 'ghtml'

const names = { apple_pay: 'Apple Pay', google_pay: 'Google Pay' }

const sheetWords = {
  en: {
    pay: (last4: string) => `Pay with Visa ending in ${last4}`,
    fails: (last4: string) => `Pay with Visa ending in ${last4} (declined)`,
    cancel: 'Cancel',
    sandbox: 'The sandbox’s own wallet: no money moves.',
  },
  fr: {
    pay: (last4: string) => `Payer avec Visa se terminant par ${last4}`,
    fails: (last4: string) => `Payer avec Visa se terminant par ${last4} (refusée)`,
    cancel: 'Annuler',
    sandbox: 'Le portefeuille du bac à sable\u00a0: aucun débit réel.',
  },
}

/** The sheet that a device shows for a wallet. */
export function walletSheetPage(wallet: string, locale: string): string {
  const language = locale.toLowerCase().startsWith('fr') ? 'fr' : 'en'
  const words = sheetWords[language]
  const name = wallet === 'google_pay' ? names.google_pay : names.apple_pay
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<link rel="stylesheet" href="/pages/pages.css">
<script type="module" src="/js/wallet-sheet.js"></script>
</head>
<body class="challenge"><main><h1>${name}</h1>
<form>
<button type="button" class="main" value="4242424242424242">${words.pay('4242')}</button>
<button type="button" value="4000000000009995">${words.fails('9995')}</button>
<button type="button" value="">${words.cancel}</button>
</form>
<p class="quiet">${words.sandbox}</p></main></body>
</html>`
}

/** The express element inside the pay page's frame. */
export function walletsElementPage(): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Wallets</title>
<link rel="stylesheet" href="/elements/element.css">
<script type="module" src="/js/wallets.js"></script>
</head>
<body class="wallets"><main>
<button type="button" id="apple_pay" hidden>Apple Pay</button>
<button type="button" id="google_pay" hidden>Google Pay</button>
</main></body>
</html>`
}

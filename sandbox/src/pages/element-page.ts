import { html } from 'ghtml'

/** The card form inside the pay page's frame. Its script fills in the payer's words and look. */
export function paymentElementPage(): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Card details</title>
<link rel="stylesheet" href="/elements/element.css">
<script type="module" src="/js/element.js"></script>
</head>
<body>
<main>
<form novalidate>
<div class="wide">
<label for="number">Card number</label>
<div class="box"><input id="number" name="cardnumber" inputmode="numeric" autocomplete="cc-number" placeholder="1234 1234 1234 1234" aria-required="true"><span id="brand" aria-hidden="true"></span></div>
<p class="error" id="number-error" role="alert"></p>
</div>
<div>
<label for="expiry">Expiration</label>
<input id="expiry" name="exp-date" inputmode="numeric" autocomplete="cc-exp" placeholder="MM / YY" aria-required="true">
<p class="error" id="expiry-error" role="alert"></p>
</div>
<div>
<label for="cvc">CVC</label>
<input id="cvc" name="cvc" inputmode="numeric" autocomplete="cc-csc" placeholder="CVC" aria-required="true">
<p class="error" id="cvc-error" role="alert"></p>
</div>
<p class="wide" id="mode"></p>
</form>
</main>
</body>
</html>`
}

/** The bank form inside the pay page's frame. */
export function bankElementPage(): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bank details</title>
<link rel="stylesheet" href="/elements/element.css">
<script type="module" src="/js/bank-element.js"></script>
</head>
<body>
<main>
<form novalidate>
<div class="wide">
<label for="proof">Show that it is yours</label>
<select id="proof"><option value="instant">Sign in at the bank, now</option><option value="deposits">By small deposits, in a few days</option></select>
</div>
<div>
<label for="routing">Routing number</label>
<input id="routing" inputmode="numeric" autocomplete="off" placeholder="110000000" aria-required="true">
<p class="error" id="routing-error" role="alert"></p>
</div>
<div>
<label for="account">Account number</label>
<input id="account" inputmode="numeric" autocomplete="off" placeholder="000123456789" aria-required="true">
<p class="error" id="account-error" role="alert"></p>
</div>
<div class="wide">
<label for="type">Kind of account</label>
<select id="type"><option value="checking">Checking</option><option value="savings">Savings</option></select>
</div>
<p class="wide" id="mode"></p>
</form>
</main>
</body>
</html>`
}

/** Where Affirm's own page asks for everything. */
export function affirmElementPage(): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Affirm</title>
<link rel="stylesheet" href="/elements/element.css">
<script type="module" src="/js/affirm-element.js"></script>
</head>
<body>
<main>
<p id="redirect">After submission, you will be redirected to complete the next steps.</p>
<p id="mode"></p>
</main>
</body>
</html>`
}

export function controllerPage(): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Payment controller</title>
<script type="module" src="/js/controller.js"></script>
</head>
<body></body>
</html>`
}

import { html } from 'ghtml'
import { currencyToWire } from '../../lib/currencies.ts'
import type { Page } from './page.ts'
import { scriptWords } from './script-words.ts'
import { shape } from './shapes.ts'

/** Where the card is entered. The button waits for the script: without it no card can be entered safely. */
export function formPart({ view, say, money }: Page): string {
  const company = view.company.name
  return html`<form id="form" class="panel" autocomplete="on">
<h2>${say('payByCard')}</h2>
<noscript><p class="needs-script">${say('needsScript', { company })}</p></noscript>
<div class="needed">
<div id="card" class="card" role="group" aria-label="${say('cardFields')}"><p class="unseen">${say('cardLoading')}</p><i></i><i></i><i></i></div>
<label for="name">${say('nameOnCard')} <span>(${say('optional')})</span></label>
<input id="name" name="name" autocomplete="cc-name" maxlength="200">
<label for="email">${say('emailForReceipt')} <span>(${say('optional')})</span></label>
<input id="email" name="email" type="email" inputmode="email" autocomplete="email" maxlength="254" spellcheck="false">
!${problemPlace()}
<button id="pay" class="primary" disabled>${say('pay', { amount: money(view.amount) })}</button>
!${progressPlace()}
</div>
<p class="assurance">!${shape('lock')}<span>${say('assurance', { company })}</span></p>
</form>`
}

/** Where the script says what went wrong. */
export function problemPlace(): string {
  return html`<div id="problem" class="problem" role="alert" tabindex="-1">!${shape('warning')}<p></p></div>`
}

/** Where the script says what is under way. */
export function progressPlace(): string {
  return html`<div id="progress" class="problem is-processing" role="status">!${shape('clock')}<p></p></div>`
}

/** Everything that the script needs to know, as data: it runs nothing that stands in the page. */
export function scriptData({ view, language, money }: Page): string {
  const data = {
    path: view.path,
    language,
    state: view.state,
    amount: Number(view.amount),
    display: money(view.amount),
    currency: currencyToWire(view.currency),
    locale: /^fr-CA$/i.test(view.locale) ? 'fr-CA' : language,
    payment: view.payment?.id ?? null,
    form: view.form,
    words: scriptWords(view.locale),
  }
  // The one way out of a script element is a tag, so no `<` stays.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return html`<script type="application/json" id="data">!${json}</script>`
}

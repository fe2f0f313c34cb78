import { html } from 'ghtml'
import { currencyToWire } from '../../lib/currencies.ts'
import { keeper } from '../../lib/keeper.ts'
import type { Page } from './page.ts'
import { inScript, scriptWords } from './script-words.ts'
import { shape } from './shapes.ts'

interface FormParts {
  before: string
  after: string
}

/** All but the button hangs on the company and the language alone. */
const forms = keeper<FormParts>(2000)

/** Where the card is entered. The button waits for the script: without it no card can be entered safely. */
export function formPart({ view, say, money }: Page): string {
  const company = view.company.name
  const { before, after } = forms(`${view.locale}\n${company}`, () => partsOf(company, say))
  return html`!${before}<button id="pay" class="primary" disabled>${say(view.state === 'pay_anyway' ? 'payAnyway' : 'pay', { amount: money(view.amount) })}</button>!${after}`
}

function partsOf(company: string, say: Page['say']): FormParts {
  const before = html`<form id="form" class="panel" autocomplete="on">
<h2>${say('payByCard')}</h2>
<noscript><p class="needs-script">${say('needsScript', { company })}</p></noscript>
<div class="needed">
<div id="card" class="card" role="group" aria-label="${say('cardFields')}"><p class="unseen">${say('cardLoading')}</p><i></i><i></i><i></i></div>
<label for="name">${say('nameOnCard')} <span>(${say('optional')})</span></label>
<input id="name" name="name" autocomplete="cc-name" maxlength="200">
<label for="email">${say('emailForReceipt')} <span>(${say('optional')})</span></label>
<input id="email" name="email" type="email" inputmode="email" autocomplete="email" maxlength="254" spellcheck="false">
!${problemPlace()}
`
  const after = html`
!${progressPlace()}
</div>
<p class="assurance">!${shape('lock')}<span>${say('assurance', { company })}</span></p>
</form>`
  return { before, after }
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
  }
  const own = inScript(JSON.stringify(data))
  return `<script type="application/json" id="data">${own.slice(0, -1)},"words":${scriptWords(view.locale)}}</script>`
}

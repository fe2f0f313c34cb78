import { html } from 'ghtml'
import { currencyToWire } from '../../lib/currencies.ts'
import { keeper } from '../../lib/keeper.ts'
import { MANDATE_VERSION } from '../../requests/index.ts'
import { mandatePart, methodsPart } from './methods.ts'
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
export function formPart(page: Page): string {
  const { view, say, money } = page
  const company = view.company.name
  const methods = view.form?.methods ?? []
  const { before, after } = forms([view.locale, company, ...methods].join('\n'), () => partsOf(page))
  return html`!${before}!${mandatePart(page)}<button id="pay" class="primary" disabled>${say(view.state === 'pay_anyway' ? 'payAnyway' : 'pay', { amount: money(view.amount) })}</button>!${after}`
}

function partsOf(page: Page): FormParts {
  const { say, view } = page
  const company = view.company.name
  const methods = view.form?.methods ?? []
  const debits = methods.includes('ach')
  const [first] = methods
  const chosen = debits ? html` data-method="${first ?? 'card'}"` : ''
  const title = methods.length > 1 ? '' : html`<h2>${say(debits ? 'payByBank' : 'payByCard')}</h2>`
  const before = html`<form id="form" class="panel" autocomplete="on"!${chosen}>
!${title}!${methodsPart(page)}
<noscript><p class="needs-script">${say('needsScript', { company })}</p></noscript>
<div class="needed">
<div id="card" class="card" role="group" aria-label="${say(debits ? 'payFields' : 'cardFields')}"><p class="unseen">${say(debits ? 'payLoading' : 'cardLoading')}</p><i></i><i></i><i></i></div>
<label for="name">!${debits ? either(html`${say('nameOnCard')} <span>(${say('optional')})</span>`, html`${say('nameOfAccount')}`) : html`${say('nameOnCard')} <span>(${say('optional')})</span>`}</label>
<input id="name" name="name" autocomplete="cc-name" maxlength="200">
<label for="email">${say('emailForReceipt')}!${debits ? html`<b class="of-card">&nbsp;<span>(${say('optional')})</span></b>` : html` <span>(${say('optional')})</span>`}</label>
<input id="email" name="email" type="email" inputmode="email" autocomplete="email" maxlength="254" spellcheck="false">
!${problemPlace()}
`
  const after = html`
!${progressPlace()}
</div>
<p class="assurance">!${shape('lock')}<span>!${debits ? either(html`${say('assurance', { company })}`, html`${say('assuranceOfBank', { company })}`) : html`${say('assurance', { company })}`}</span></p>
</form>`
  return { before, after }
}

/** What is said of paying by card, and from a bank account: the chosen one is seen. Both are HTML already. */
function either(card: string, bank: string): string {
  return html`<b class="of-card">!${card}</b><b class="of-ach">!${bank}</b>`
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
    form: view.form && {
      ...view.form,
      methods: view.form.methods.length > 1 || view.form.methods[0] === 'ach' ? view.form.methods : undefined,
    },
    mandate: view.form?.methods.includes('ach') ? MANDATE_VERSION : undefined,
  }
  const own = inScript(JSON.stringify(data))
  return `<script type="application/json" id="data">${own.slice(0, -1)},"words":${scriptWords(view.locale)}}</script>`
}

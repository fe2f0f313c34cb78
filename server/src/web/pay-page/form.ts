import { html } from 'ghtml'
import { currencyToWire } from '../../lib/currencies.ts'
import { keeper } from '../../lib/keeper.ts'
import { MANDATE_VERSION, SAVING_VERSION } from '../../requests/index.ts'
import { affirmWords } from './affirm-words.ts'
import {
  affirmPart,
  chosenFrom,
  isCardsOnly,
  mandatePart,
  methodsPart,
  ofEach,
  savePart,
  walletsPart,
} from './methods.ts'
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
  const { view } = page
  const company = view.company.name
  const methods = view.form?.methods ?? []
  const { before, after } = forms(
    [view.locale, company, view.form?.saves, view.form?.wallets, ...methods].join('\n'),
    () => partsOf(page),
  )
  return html`!${before}!${affirmPart(page)}!${mandatePart(page)}<button id="pay" class="primary" disabled>!${payLabel(page)}</button>!${after}`
}

/** What the button does and for how much, and with whom where that is not the bank. The amount in it is the page's. */
function payLabel({ view, say, money }: Page): string {
  const [before = '', after = ''] = say(view.state === 'pay_anyway' ? 'payAnyway' : 'pay', {
    amount: AMOUNT,
  }).split(AMOUNT)
  const affirm = view.form?.methods.includes('bnpl')
    ? html`<b class="of-bnpl">&nbsp;${say('withAffirm')}</b>`
    : ''
  return html`<span>${before}<span data-amount>${money(view.amount)}</span>${after}!${affirm}</span>`
}

/** No text has it, and no name is made of it. */
const AMOUNT = '\u0001'

function partsOf(page: Page): FormParts {
  const { say, view } = page
  const company = view.company.name
  const methods = view.form?.methods ?? []
  const cardsOnly = isCardsOnly(methods)
  const choices = chosenFrom(methods)
  const [first = 'card'] = choices
  const chosen = cardsOnly ? '' : html` data-method="${first}"`
  const affirm = affirmWords(view.locale)
  const titles = { card: say('payByCard'), ach: say('payByBank'), bnpl: affirm('payWith') }
  const title = choices.length > 1 ? '' : html`<h2>${titles[first]}</h2>`
  const optional = html` <span>(${say('optional')})</span>`
  const names = {
    card: html`${say('nameOnCard')}!${optional}`,
    ach: html`${say('nameOfAccount')}`,
    bnpl: html`${affirm('name')}!${optional}`,
  }
  const addresses = { card: optional, ach: '', bnpl: optional }
  const assurances = {
    card: html`${say('assurance', { company })}`,
    ach: html`${say('assuranceOfBank', { company })}`,
    bnpl: html`${affirm('assurance', { company })}`,
  }
  const before = html`<form id="form" class="panel" autocomplete="on"!${chosen}>
!${walletsPart(page, 'separate')}!${title}!${methodsPart(page)}
<noscript><p class="needs-script">${say('needsScript', { company })}</p></noscript>
<div class="needed">
<div id="card" class="card" role="group" aria-label="${say(cardsOnly ? 'cardFields' : 'payFields')}"><p class="unseen">${say(cardsOnly ? 'cardLoading' : 'payLoading')}</p><i></i><i></i><i></i></div>
<label for="name">!${ofEach(methods, names)}</label>
<input id="name" name="name" autocomplete="cc-name" maxlength="200">
<label for="email">${say('emailForReceipt')}!${ofEach(methods, addresses)}</label>
<input id="email" name="email" type="email" inputmode="email" autocomplete="email" maxlength="254" spellcheck="false">
!${savePart(page)}
!${problemPlace()}
`
  const after = html`
!${progressPlace()}
!${walletsPart(page, 'under_card')}</div>
<p class="assurance">!${shape('lock')}<span>!${ofEach(methods, assurances)}</span></p>
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
    form: view.form && {
      ...view.form,
      methods: view.form.methods.join(' ') === 'card' ? undefined : view.form.methods,
      wallets: undefined,
    },
    mandate: view.form?.methods.includes('ach') ? MANDATE_VERSION : undefined,
    saving: view.form?.saves ? SAVING_VERSION : undefined,
  }
  const own = inScript(JSON.stringify(data))
  return `<script type="application/json" id="data">${own.slice(0, -1)},"words":${scriptWords(view.locale)}}</script>`
}

import { html } from 'ghtml'
import { languageOf, speak } from '../../lib/words.ts'
import { type FormState, SAVING_VERSION, savingText } from '../../requests/index.ts'
import type { PayPageAssets } from '../pay-page/assets.ts'
import { footPart } from '../pay-page/foot.ts'
import { problemPlace, progressPlace } from '../pay-page/form.ts'
import { heading } from '../pay-page/heading.ts'
import { pageWords } from '../pay-page/page-words.ts'
import { layout } from '../pay-page/render.ts'
import { inScript } from '../pay-page/script-words.ts'
import { shape } from '../pay-page/shapes.ts'
import type { PayPageForm, PayPageView } from '../pay-page/view.ts'
import { formWords } from './words.ts'

/** `unsure`: something was sent, and nobody knows yet whether it is saved. */
export type FormPageState = FormState | 'unsure'

export interface FormView {
  state: FormPageState
  locale: string
  sandbox: boolean
  /** The page's own address, `/m/<token>`. */
  path: string
  company: PayPageView['company']
  customerName: string
  expiresAt: Date
  methods: readonly ('card' | 'ach')[]
  currency: string
  /** Null where nothing can be entered any more. */
  form: Pick<PayPageForm, 'publishableKey' | 'account' | 'scriptUrl'> | null
}

const OVER = {
  completed: { tone: 'paid', shape: 'check' },
  expired: { tone: 'attention', shape: 'clock' },
  revoked: { tone: 'attention', shape: 'note' },
  unsure: { tone: 'processing', shape: 'clock' },
} as const

/** The form that a customer was mailed, or what became of it. */
export function renderForm(view: FormView, assets: PayPageAssets): string {
  const { locale, company, sandbox, state } = view
  const say = formWords(locale)
  const language = languageOf(locale)
  const named = { company: company.name }
  const title = say('title', named)
  const page = { view, say: speak(pageWords, locale), language, title }
  const [first = 'card', ...others] = view.methods
  const of = others.length === 0 ? first : 'both'
  const main =
    state === 'open'
      ? html`<main class="is-alone"><section class="owed is-form"><h1>${say('heading')}</h1><p>${say('intro', { customer: view.customerName, of })}</p></section><section class="pay">!${formOf(view)}</section></main>`
      : html`<main class="is-alone">!${overPart(view, state)}</main>`
  const preload = view.form && html`<link rel="preload" as="script" href="${view.form.scriptUrl}">`
  const hasScript = state === 'open' || state === 'unsure'
  const head = hasScript
    ? html`!${preload ?? ''}<script type="module" src="${assets.formScriptPath}"></script>`
    : ''
  const body = `${heading(page)}\n${main}\n${footPart(page)}\n${hasScript ? scriptData(view) : ''}`
  return layout({ locale, sandbox, title, head, body }, assets)
}

/** What became of it, where nothing can be entered any more. */
function overPart({ locale, company }: FormView, state: Exclude<FormPageState, 'open'>): string {
  const say = formWords(locale)
  const named = { company: company.name }
  const { tone, shape: sign } = OVER[state]
  return html`<div class="notice is-${tone}">!${shape(sign)}<div><h1>${say(state, named)}</h1><p>${say(`${state}Then`, named)}</p></div></div>`
}

function formOf({ locale, company, methods, expiresAt }: FormView): string {
  const say = formWords(locale)
  const sayPage = speak(pageWords, locale)
  const named = { company: company.name }
  const [first = 'card'] = methods
  const choice =
    methods.length < 2
      ? html`<h2>${sayPage(first === 'ach' ? 'method_ach' : 'method_card')}</h2>`
      : html`<fieldset id="methods" class="methods"><legend>${sayPage('howToPay')}</legend>!${methods.map(
          (method, at) =>
            html`<label><input type="radio" name="method" value="${method}" autocomplete="off"!${at === 0 ? ' checked' : ''}><span>${sayPage(`method_${method}`)}</span></label>`,
        )}</fieldset>`
  const each = (text: (method: 'card' | 'ach') => string) =>
    methods.map((method) => html`<b class="of-${method}">!${text(method)}</b>`).join('')
  const optional = html` <span>(${sayPage('optional')})</span>`
  const time = new Intl.DateTimeFormat(locale, {
    timeStyle: 'short',
    timeZone: company.timeZone,
  }).format(expiresAt)
  return html`<form id="form" class="panel" autocomplete="on" data-method="${first}">
!${choice}
<noscript><p class="needs-script">${sayPage('needsScript', named)}</p></noscript>
<div class="needed">
<div id="card" class="card" role="group" aria-label="${sayPage('payFields')}"><p class="unseen">${sayPage('payLoading')}</p><i></i><i></i><i></i></div>
<label for="name">!${each((method) => (method === 'ach' ? html`${sayPage('nameOfAccount')}` : html`${sayPage('nameOnCard')}!${optional}`))}</label>
<input id="name" name="name" autocomplete="cc-name" maxlength="200">
<label for="email">${say('email')}!${each((method) => (method === 'ach' ? '' : optional))}</label>
<input id="email" name="email" type="email" inputmode="email" autocomplete="email" maxlength="254" spellcheck="false">
!${problemPlace()}
<p class="mandate">${say('agree')} !${each((method) => html`${savingText(locale, method, company.name)}`)}</p>
<button id="pay" class="primary" disabled>${say('save')}</button>
!${progressPlace()}
</div>
<p class="mandate">${say('until', { time })}</p>
<p class="assurance">!${shape('lock')}<span>!${each((method) => html`${sayPage(method === 'ach' ? 'assuranceOfBank' : 'assurance', named)}`)}</span></p>
</form>`
}

/** What the script needs to know, as data; its words stand under the names that it shares with the pay page. */
function scriptData({ form, path, locale, currency }: FormView): string {
  const say = formWords(locale)
  const language = languageOf(locale)
  const keys = ['paying', 'confirming', 'checking', 'lost', 'refused', 'cardUnavailable'] as const
  const data = {
    path,
    language,
    currency,
    locale: /^fr-CA$/i.test(locale) ? 'fr-CA' : language,
    form,
    saving: SAVING_VERSION,
    words: Object.fromEntries(keys.map((key) => [key, say(key)])),
  }
  return `<script type="application/json" id="data">${inScript(JSON.stringify(data))}</script>`
}

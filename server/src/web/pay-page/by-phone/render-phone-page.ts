import { randomUUID } from 'node:crypto'
import { html } from 'ghtml'
import { type Currency, currencyToWire } from '../../../lib/currencies.ts'
import { toWireId } from '../../../lib/ids.ts'
import { formatMoney } from '../../../lib/money.ts'
import { languageOf } from '../../../lib/words.ts'
import { PHONE_SAVING_VERSION, type PhoneState } from '../../../requests/index.ts'
import { problemPlace, progressPlace } from '../form.ts'
import { languageSwitch } from '../heading.ts'
import { noticePart } from '../notice.ts'
import { layout } from '../render.ts'
import { inScript } from '../script-words.ts'
import { shape } from '../shapes.ts'
import { backUrl, type FoundPhonePage, type PhoneServices } from './find-phone-page.ts'
import { phoneDecline, phoneScriptWords, phoneWords } from './phone-words.ts'

/** Where a card may be entered. */
function takesCard(state: PhoneState): boolean {
  return state === 'payable' || state === 'declined'
}

/** Whether the page needs the processor's script: to take a card, or to let the bank ask. */
export function usesProcessor(state: PhoneState): boolean {
  return takesCard(state) || state === 'action_needed'
}

/** The page on which a person of the company enters a card for a customer on the phone: flagged as such, and nothing else. */
export function renderPhonePage(services: PhoneServices, found: FoundPhonePage): string {
  const { company, locale, state } = found
  const say = phoneWords(locale)
  const script = html`<script type="module" src="${services.assets.scriptPath}"></script>`
  const head = usesProcessor(state)
    ? html`<link rel="preload" as="script" href="${services.processor.scriptUrl}">!${script}`
    : script
  const body = html`<aside class="band is-phone" aria-label="${say('flag')}">!${shape('call')}<span>${say('byPhone')}</span></aside>
<header class="top"><p class="seller"><bdi>${company.displayName}</bdi></p><nav aria-label="${say('otherLanguage')}">!${languageSwitch(languageOf(locale))}</nav></header>
<main!${takesCard(state) ? '' : ' class="is-alone"'}>
<section class="owed">!${noticeOf(found)}!${state === 'ended' ? '' : owedPart(found)}</section>
<section class="pay">!${takesCard(state) ? formPart(found) : insteadPart(found)}<p class="back"><a class="secondary" href="${backUrl(services, found)}">${say('back')}</a></p></section>
</main>
!${scriptData(services, found)}`
  const what = state === 'ended' ? say('flag') : titleOf(found)
  const title = say('title', { what, company: company.displayName })
  return layout({ locale, sandbox: services.sandbox, title, head, body }, services.assets)
}

/** More characters than these want smaller ones to stand on one line of a phone. */
const WIDE = 11

const money = (amount: bigint, { page, locale }: FoundPhonePage) =>
  formatMoney(amount, page.currency as Currency, locale)

function titleOf({ debt, locale }: FoundPhonePage): string {
  const say = phoneWords(locale)
  const [only, ...more] = debt.invoices
  if (only === undefined) return debt.reference
  return more.length === 0
    ? say('invoice', { number: only.number })
    : say('invoices', { count: debt.invoices.length })
}

/** For what and how much: nothing that somebody sees whose right to it has ended. */
function owedPart(found: FoundPhonePage): string {
  const { debt, locale, page, state } = found
  const say = phoneWords(locale)
  const title = titleOf(found)
  const name = state === 'payable' ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`
  const whom =
    debt.customerName === null
      ? ''
      : html`<p class="for">${say('forCustomer', { name: debt.customerName })}</p>`
  const amount = money(page.amount, found)
  return html`<div class="subject">!${name}!${whom}</div><p class="amount${amount.length > WIDE ? ' is-wide' : ''}"><span class="unseen">${say('amountDue')} </span><span data-amount>${amount}</span></p>!${invoiceList(found)}`
}

function invoiceList(found: FoundPhonePage): string {
  const { invoices } = found.debt
  if (invoices.length < 2) return ''
  const rows = invoices.map(
    ({ number, open }) =>
      html`<li class="document"><p class="row"><b>${number}</b><span class="figure">${money(open, found)}</span></p></li>`,
  )
  return html`<ul class="documents">!${rows}</ul>`
}

const TONES = {
  declined: ['failed', 'cross'],
  too_many_tries: ['attention', 'warning'],
  unsure: ['processing', 'clock'],
  action_needed: ['attention', 'warning'],
  someone_else_pays: ['processing', 'clock'],
  amount_changed: ['attention', 'note'],
  nothing_owed: ['paid', 'check'],
  ended: ['attention', 'clock'],
} as const

function noticeOf(found: FoundPhonePage): string {
  const { state, locale, payment, debt, page } = found
  if (state === 'payable' || state === 'taken') return ''
  const [tone, name] = TONES[state]
  const say = phoneWords(locale)
  const told = { amount: money(debt.open, found), before: money(page.amount, found) }
  const [first, why] =
    state === 'declined'
      ? phoneDecline(locale, payment?.declineCode ?? null)
      : [say(state, told), say(`${state}Then`)]
  const isCertain = payment === undefined || payment.state === 'failed' || payment.state === 'canceled'
  const then = state === 'ended' ? `${why} ${say(isCertain ? 'endedUncharged' : 'endedTried')}` : why
  return noticePart({ tone, shape: name, first, then })
}

function formPart(found: FoundPhonePage): string {
  const { company, debt, locale, page } = found
  const say = phoneWords(locale)
  const [before = '', after = ''] = say('charge', { amount: PLACE }).split(PLACE)
  const optional = html` <span>(${say('optional')})</span>`
  return html`<form id="form" class="panel" autocomplete="off">
<h2>${say('card')}</h2>
<p class="assurance">${say('neverNoted')}</p>
<noscript><p class="needs-script">${say('needsScript')}</p></noscript>
<div class="needed">
<div id="card" class="card" role="group" aria-label="${say('card')}"><i></i><i></i><i></i></div>
<label for="name">${say('nameOnCard')}!${optional}</label>
<input id="name" name="name" autocomplete="off" maxlength="200">
<label for="email">${say('email')}!${optional}</label>
<input id="email" name="email" type="email" inputmode="email" autocomplete="off" maxlength="254" spellcheck="false" value="${debt.customer?.email ?? debt.request?.recipient ?? ''}">
!${savePart(found)}!${problemPlace()}
<button id="pay" class="primary" disabled><span>${before}<span data-amount>${money(page.amount, found)}</span>${after}</span></button>
!${progressPlace()}</div>
<p class="assurance">!${shape('lock')}<span>${say('assurance', { company: company.displayName })}</span></p>
</form>`
}

/** never ticked beforehand; what it says is what is kept. */
function savePart({ savingText }: FoundPhonePage): string {
  if (savingText === null) return ''
  return html`<label class="save"><input id="save" type="checkbox" autocomplete="off"><span>${savingText}</span></label>`
}

/** No text has it, and no name is made of it. */
const PLACE = '\u0001'

function insteadPart({ state, locale }: FoundPhonePage): string {
  const say = phoneWords(locale)
  if (state === 'unsure' || state === 'someone_else_pays') {
    return html`<p class="watching needed" role="status">!${shape('clock')}<span>${say('watching')}</span></p>`
  }
  if (state !== 'action_needed') return ''
  return html`<div class="panel"><div class="needed actions">!${problemPlace()}
<button id="continue" class="primary" type="button" disabled>${say('continue')}</button>
<button id="start-over" class="secondary" type="button" disabled>${say('startOver')}</button>
!${progressPlace()}</div><noscript><p class="needs-script">${say('needsScript')}</p></noscript></div>`
}

/** Everything that the script needs to know, as data: it is the script of a payer's page. */
function scriptData({ processor }: PhoneServices, found: FoundPhonePage): string {
  const { page, payment, path, locale, state, account } = found
  const language = languageOf(locale)
  const { publishableKey, scriptUrl } = processor
  const data = {
    path,
    language,
    state,
    amount: Number(page.amount),
    display: money(page.amount, found),
    currency: currencyToWire(page.currency as Currency),
    locale: /^fr-CA$/i.test(locale) ? 'fr-CA' : language,
    payment: payment === undefined ? null : toWireId('pay', payment.id),
    form: usesProcessor(state) ? { submitKey: randomUUID(), publishableKey, account, scriptUrl } : null,
    byPhone: true,
    saving: found.savingText === null ? undefined : PHONE_SAVING_VERSION,
  }
  const own = inScript(JSON.stringify(data))
  return `<script type="application/json" id="data">${own.slice(0, -1)},"words":${phoneScriptWords(locale)}}</script>`
}

import { html } from 'ghtml'
import { affirmWords } from './affirm-words.ts'
import { problemPlace, progressPlace } from './form.ts'
import { dialable, mailto } from './heading.ts'
import type { Page } from './page.ts'
import { shape } from './shapes.ts'
import { verifyPart } from './verify.ts'
import type { PayPageState } from './view.ts'

const WATCHED: readonly PayPageState[] = ['unsure', 'someone_else_pays', 'processing']

/** What can be done where nothing can be paid: the receipt, the bank's question, the newer link, or a call. */
export function outcomePart(page: Page): string {
  const { view, say } = page
  const parts = [receiptPart(page)]
  parts.push(anywayPart(page))
  if (view.state === 'action_needed') parts.push(actionPart(page))
  if (view.state === 'verify') parts.push(verifyPart(page))
  if (view.state === 'replaced' && view.replacedByPath)
    parts.push(html`<a class="primary" href="${view.replacedByPath}">${say('openCurrent')}</a>`)
  parts.push(renewalPart(page))
  // A debit takes days, and nobody waits before the page for them.
  if (WATCHED.includes(view.state) && !view.payment?.clears) parts.push(watchingPart(page))
  else if (!view.payment?.receiptPath && view.state !== 'action_needed') parts.push(askPart(page))
  const body = parts.join('')
  return body === '' ? '' : html`<div class="panel">!${body}</div>`
}

function receiptPart({ view, say, inLanguage }: Page): string {
  if (!view.payment?.receiptPath) return ''
  return html`<a class="primary" href="${inLanguage(view.payment.receiptPath)}" download>!${shape('download')}${say('downloadReceipt')}</a><button id="print" class="secondary" type="button" hidden>${say('print')}</button>`
}

function actionPart({ view, say }: Page): string {
  const continues =
    view.payment?.method === 'bnpl' ? affirmWords(view.locale)('continue') : say('continueWithBank')
  return html`<div class="needed actions">!${problemPlace()}
<button id="continue" class="primary" type="button" disabled>${continues}</button>
<button id="start-over" class="secondary" type="button" disabled>${say('startOver')}</button>
!${progressPlace()}</div>
<noscript><p class="needs-script">${say('needsScript', { company: view.company.name })}</p></noscript>`
}

/** The first of two steps: the page that it opens says again that nothing is owed. */
function anywayPart({ view, say, language, money }: Page): string {
  if (!view.anywayPath) return ''
  return html`<a class="secondary" href="${`${view.anywayPath}&lang=${language}`}">${say('payAnyway', { amount: money(view.request.total) })}</a>`
}

/** A plain form: a new link comes without script too. */
function renewalPart({ view, say, inLanguage }: Page): string {
  const kind = view.renewal?.kind
  if (kind !== 'send' && kind !== 'ask') return ''
  const words = kind === 'send' ? say('sendNewLink') : say('askForNewLink', { company: view.company.name })
  return html`<form method="post" action="${inLanguage(`${view.path}/renew`)}"><button class="primary">!${shape('mail')}<span>${words}</span></button></form>`
}

function watchingPart({ say }: Page): string {
  return html`<p class="watching needed" role="status">!${shape('clock')}<span>${say('watching')}</span></p><noscript><p class="needs-script">${say('needsScriptToWatch')}</p></noscript>`
}

/** The numbers in words too: a computer without a phone shows whom to call. */
function askPart({ view, say, title }: Page): string {
  const { phone, email, name } = view.company
  const ways = []
  if (phone !== null) {
    const number = dialable(phone)
    ways.push(
      html`<a class="secondary" href="tel:${number}">!${shape('call')}<span>${say('call')} <bdi>${phone}</bdi></span></a>`,
      html`<a class="secondary" href="sms:${number}">!${shape('text')}<span>${say('text')}</span></a>`,
    )
  }
  if (email !== null) {
    const subject = view.renewal ? say('newLinkSubject', { title }) : title
    ways.push(
      html`<a class="secondary" href="${mailto(email, subject)}">!${shape('mail')}<span>${say('mail')}</span></a>`,
    )
  }
  if (ways.length === 0) return ''
  return html`<h2>${say('askCompany', { company: name })}</h2>!${ways}`
}

import { html } from 'ghtml'
import type { Page } from './page.ts'
import { shape } from './shapes.ts'
import { payByWireWords } from './wire-words.ts'

/** The choice to send a wire, below the form or alone: a plain form, so it needs no script. */
export function wireChoice({ view, money, inLanguage }: Page): string {
  if (view.wire !== 'offered') return ''
  const say = payByWireWords(view.locale)
  return html`<form class="panel wire" method="post" action="${inLanguage(`${view.path}/wire`)}"><h2>${say('heading')}</h2>
<p>${say('intro', { amount: money(view.amount) })}</p>
<button class="secondary">${say('show')}</button></form>`
}

/** Where to send the wire, each with a button that copies it where there is a script. */
export function wireInstructionsPart({ view, money, inLanguage }: Page): string {
  const { wire } = view
  if (!wire || wire === 'offered') return ''
  const say = payByWireWords(view.locale)
  if (wire === 'unreachable')
    return html`<div class="panel wire"><div class="problem is-attention">!${shape('warning')}<p>${say('unreachable')}</p></div><a class="secondary" href="${inLanguage(`${view.path}/wire`)}">${say('again')}</a></div>`
  const rows: [string, string, boolean][] = [
    [say('amount'), money(view.amount), true],
    [say('reference'), wire.reference, true],
    [say('holder'), wire.holder, true],
    [say('bank'), wire.bankName, false],
    [say('routing'), wire.routingNumber, true],
    [say('account'), wire.accountNumber, true],
    ...(wire.swiftCode === null ? [] : [[say('swift'), wire.swiftCode, true] as [string, string, boolean]]),
  ]
  const shown = rows.map(([name, value, isCopied]) => {
    const copy = isCopied
      ? html`<button class="copy" type="button" hidden data-copy="${value}" data-done="${say('copied')}" aria-label="${say('copyOf', { name })}">${say('copy')}</button>`
      : ''
    return html`<div><dt>${name}</dt><dd><span>${value}</span>!${copy}</dd></div>`
  })
  return html`<div class="panel wire"><dl>!${shown.join('')}</dl>
<p class="assurance">!${shape('lock')}<span>${say('nowhere', { company: view.company.name })}</span></p>
<a class="secondary" href="${inLanguage(view.path)}">${say('another')}</a></div>`
}

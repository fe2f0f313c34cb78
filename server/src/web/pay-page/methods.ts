import { html } from 'ghtml'
import type { Charged } from '../../lib/methods.ts'
import { isSavable, mandateText, savingText } from '../../requests/index.ts'
import { AFFIRM_PRIVACY, affirmWords } from './affirm-words.ts'
import type { Page } from './page.ts'
import type { PayPageForm } from './view.ts'

/** The choice of how to pay, where there is one; the first is taken unless another is chosen. */
export function methodsPart({ view, say }: Page): string {
  const methods = chosenFrom(view.form?.methods ?? [])
  if (methods.length < 2) return ''
  const choices = methods.map(
    (method, at) =>
      html`<label><input type="radio" name="method" value="${method}" autocomplete="off"!${at === 0 ? ' checked' : ''}><span>${say(`method_${method}`)}</span></label>`,
  )
  return html`<fieldset id="methods" class="methods"><legend>${say('howToPay')}</legend>!${choices}</fieldset>`
}

/** A way to pay that is chosen on the page; a wallet is a button of its own. */
export type Choice = Exclude<Charged, 'wallet'>

/** What there is to choose from. */
export function chosenFrom(methods: readonly Charged[]): Choice[] {
  return methods.filter((method) => method !== 'wallet')
}

/** R-162 R-165 R-166, K15: room for the wallets of the payer's device. Nothing of it is seen before the script has found one. */
export function walletsPart({ view, say }: Page, place: PayPageForm['wallets']): string {
  if (!view.form?.methods.includes('wallet') || (view.form.wallets ?? 'separate') !== place) return ''
  const express = html`<div id="express"></div>`
  const or = html`<p class="or"><span>${say(place === 'separate' ? 'orAnotherWay' : 'or')}</span></p>`
  return html`<div id="wallets" class="wallets${place === 'separate' ? '' : ' of-card'}">!${place === 'separate' ? express + or : or + express}</div>`
}

/** Text of each way to pay that is offered, HTML already: the chosen one's is seen. A page for cards alone has no choice. */
export function ofEach(methods: readonly Charged[], texts: Readonly<Record<Choice, string>>): string {
  if (isCardsOnly(methods)) return texts.card
  return chosenFrom(methods)
    .map((method) => html`<b class="of-${method}">!${texts[method]}</b>`)
    .join('')
}

export function isCardsOnly(methods: readonly Charged[]): boolean {
  return chosenFrom(methods).every((method) => method === 'card')
}

/** R-170 R-171 R-172 R-173 R-178: what paying over time is, before the payer goes to Affirm. */
export function affirmPart({ view }: Page): string {
  if (!view.form?.methods.includes('bnpl')) return ''
  const say = affirmWords(view.locale)
  return html`<div class="mandate of-bnpl"><p>${say('intro')}</p><p>${say('plans')} <a href="${AFFIRM_PRIVACY}" target="_blank" rel="noopener">${say('privacy')}</a></p></div>`
}

/** What whoever pays from a bank account agrees to by pressing the button. The amount in it is the page's. */
export function mandatePart({ view, money }: Page): string {
  if (!view.form?.methods.includes('ach')) return ''
  const text = mandateText(view.locale, {
    company: view.company.name,
    reference: view.request.reference,
    amount: PLACE,
  })
  const [before = '', after = ''] = text.split(PLACE)
  return html`<p id="mandate" class="mandate of-ach">${before}<span data-amount>${money(view.amount)}</span>${after}</p>`
}

/** Lets the company keep what the payer pays by, unless nobody is named whose it would be; never ticked beforehand. */
export function savePart({ view }: Page): string {
  const { form, company, locale } = view
  const kept = form?.methods.filter(isSavable) ?? []
  if (!form?.saves || kept.length === 0) return ''
  const texts = kept.map(
    (method) => html`<b class="of-${method}">${savingText(locale, method, company.name)}</b>`,
  )
  return html`<label class="save"><input id="save" type="checkbox" autocomplete="off"><span>!${texts}</span></label>`
}

/** No text has it, and no name is made of it. */
const PLACE = '\u0001'

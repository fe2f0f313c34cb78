import { html } from 'ghtml'
import { mandateText } from '../../requests/index.ts'
import type { Page } from './page.ts'

/** The choice of how to pay, where there is one; the first is taken unless another is chosen. */
export function methodsPart({ view, say }: Page): string {
  const methods = view.form?.methods ?? []
  if (methods.length < 2) return ''
  const choices = methods.map(
    (method, at) =>
      html`<label><input type="radio" name="method" value="${method}" autocomplete="off"!${at === 0 ? ' checked' : ''}><span>${say(`method_${method}`)}</span></label>`,
  )
  return html`<fieldset id="methods" class="methods"><legend>${say('howToPay')}</legend>!${choices}</fieldset>`
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

/** No text has it, and no name is made of it. */
const PLACE = '\u0001'

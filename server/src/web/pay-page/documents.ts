import { html } from 'ghtml'
import { documentTitle } from '../../receivables/index.ts'
import { attachmentsPart } from './attachments.ts'
import { ownDocumentPart } from './own-document.ts'
import type { Page } from './page.ts'
import { shape } from './shapes.ts'
import type { PayPageDocument } from './view.ts'

/** More invoices than these stand folded, so that the form stays near. */
const LISTED_AT_ONCE = 3

/** What is owed, in detail: one invoice opens in place, several are a list of which each opens in place. */
export function documentsPart(page: Page): string {
  return owedPart(page) + attachmentsPart(page)
}

function owedPart(page: Page): string {
  const { documents } = page.view
  const [only] = documents
  if (only === undefined) return ownDocumentPart(page)
  if (documents.length === 1) return html`<div class="document">!${detail(page, only)}</div>`
  const list = html`<ul class="documents">!${documents.map((document) => listed(page, document))}</ul>`
  if (documents.length <= LISTED_AT_ONCE) return list
  return html`<details class="many"><summary>${page.say('seeInvoices', { count: documents.length })}</summary>!${list}</details>`
}

function listed(page: Page, document: PayPageDocument): string {
  const { say, money, dueDay } = page
  const due =
    document.dueOn === null
      ? ''
      : html`<span class="due">${say('dueOn', { date: dueDay(document.dueOn) })}</span>`
  const isOver =
    page.view.amount === 0n ||
    page.view.state === 'paid' ||
    page.view.state === 'refunded' ||
    page.view.state === 'disputed'
  return html`<li class="document"><p class="row"><span class="named"><b>${nameOf(page, document)}</b> !${due}</span><span class="figure">${money(isOver ? document.total : document.open)}</span></p>!${detail(page, document)}</li>`
}

/** An invoice of another kind says which. */
function nameOf({ view }: Page, { type, number }: PayPageDocument): string {
  return type === undefined ? number : documentTitle(type, number, view.locale)
}

function detail(page: Page, document: PayPageDocument): string {
  const { say } = page
  const pdf = html`<a class="pdf" href="${page.inLanguage(document.pdfPath)}" aria-label="${say('invoicePdf', { number: document.number })}">!${shape('download')}${say('pdf')}</a>`
  const count = document.lines.length + document.moreLines
  if (count === 0) return pdf
  const summary = [say('lines', { count })]
  if (document.tax !== 0n) summary.push(say('withTax'))
  if (document.shipping !== 0n) summary.push(say('withShipping'))
  return html`<details><summary>${summary.join(', ')}</summary>!${table(page, document)}</details>!${pdf}`
}

function table(page: Page, document: PayPageDocument): string {
  const { say, figure, money, view } = page
  const lines = document.lines.map(
    ({ description, quantity, amount }) =>
      html`<tr><td><bdi>${description}</bdi>!${quantity === null ? '' : html` <span class="quantity">${say('quantity', { quantity })}</span>`}</td><td>${figure(amount)}</td></tr>`,
  )
  const more =
    document.moreLines === 0
      ? ''
      : html`<tr><td colspan="2" class="more">${say('moreLines', { count: document.moreLines })}</td></tr>`
  return html`<div class="sheet"><table><thead><tr><th scope="col">${say('description')}</th><th scope="col">${say('amountIn', { currency: view.currency })}</th></tr></thead>
<tbody>!${lines}!${more}</tbody>
<tfoot>!${sums(page, document)}<tr class="total"><th scope="row">${say('total')}</th><td>${money(document.total)}</td></tr>!${settledRows(page, document)}</tfoot></table></div>`
}

function sums({ say, figure }: Page, { shipping, tax, adjustments }: PayPageDocument): string {
  const row = (label: string, amount: bigint) =>
    amount === 0n ? '' : html`<tr><th scope="row">${label}</th><td>${figure(amount)}</td></tr>`
  return row(say('shipping'), shipping) + row(say('adjustments'), adjustments) + row(say('tax'), tax)
}

function settledRows({ say, figure, money }: Page, { total, open }: PayPageDocument): string {
  if (open === total) return ''
  return html`<tr><th scope="row">${say('alreadySettled')}</th><td>${figure(open - total)}</td></tr><tr class="total"><th scope="row">${say('leftToPay')}</th><td>${money(open)}</td></tr>`
}

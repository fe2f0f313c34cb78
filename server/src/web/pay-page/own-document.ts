import { html } from 'ghtml'
import type { Page } from './page.ts'

/** What a request that is its own document asks for: its reference beside a title, its part of a job, its sums. */
export function ownDocumentPart({ view, say, figure, money }: Page): string {
  const { detail, reference, total } = view.request
  if (detail === undefined) return ''
  const under =
    detail.title === null || detail.title === reference
      ? ''
      : html`<p class="due">${say('reference', { reference })}</p>`
  const part = detail.part === null ? '' : html`<p class="due">${detail.part}</p>`
  if (detail.breakdown.length === 0) return part + under
  const rows = detail.breakdown.map(
    ({ label, amount }) => html`<tr><th scope="row">${label}</th><td>${figure(amount)}</td></tr>`,
  )
  return html`!${part}!${under}<div class="document"><div class="sheet"><table><thead><tr><th scope="col">${say('description')}</th><th scope="col">${say('amountIn', { currency: view.currency })}</th></tr></thead>
<tbody>!${rows}</tbody>
<tfoot><tr class="total"><th scope="row">${say('total')}</th><td>${money(total)}</td></tr></tfoot></table></div></div>`
}

import { randomUUID } from 'node:crypto'
import { type PageFound, stateOf } from '../../requests/index.ts'
import type { Found } from './find-page.ts'
import type { KnownCompany } from './known-company.ts'
import type { RenderedPage } from './send-page.ts'

interface Kept {
  company: KnownCompany
  locale: string
  quarter: number
  page: RenderedPage
  /** Where in the page its submit key stands. */
  keyAt: number
}

/** No zone's day begins within one, and a page tells no time finer than days. */
const QUARTER_MS = 15 * 60_000

/**
 * A page that may be paid and that nothing has happened to is told from what was found and the company alone. Found
 * again unchanged, in one language and within one quarter of an hour, it is the same page but for its submit key, and
 * is not rendered again. What was found is looked up each time; pages of any other state are always rendered. A
 * company whose name or logo changed is another object once it is read again, within ten seconds: then so is the page.
 */
export function keptPages(): (
  found: Found,
  now: Date,
  render: () => Promise<RenderedPage>,
) => Promise<RenderedPage> {
  const kept = new WeakMap<PageFound, Kept>()
  return async ({ page, company, locale }, now, render) => {
    if (page.payments.length > 0 || stateOf(page, now) !== 'payable') return render()
    const quarter = Math.floor(now.getTime() / QUARTER_MS)
    const known = kept.get(page)
    if (known?.company === company && known.quarter === quarter && known.locale === locale)
      return withNewKey(known)
    const rendered = await render()
    const { html, submitKey } = rendered
    const keyAt = submitKey === null ? -1 : html.indexOf(submitKey)
    if (submitKey !== null && keyAt >= 0 && keyAt === html.lastIndexOf(submitKey))
      kept.set(page, { company, locale, quarter, page: rendered, keyAt })
    return rendered
  }
}

function withNewKey({ page, keyAt }: Kept): RenderedPage {
  const submitKey = randomUUID()
  const html = Buffer.allocUnsafe(page.html.length)
  page.html.copy(html)
  html.write(submitKey, keyAt, 'latin1')
  return { ...page, html, submitKey }
}

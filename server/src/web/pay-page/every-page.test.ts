import { expect, test } from 'vitest'
import { loadPayPageAssets } from './assets.ts'
import { renderPayPage } from './render.ts'
import { detailedView, quickView, RENEWALS } from './testing/sample-shapes.ts'
import { SUBSTATES } from './testing/sample-substates.ts'
import { STATES, sampleDocument, sampleView } from './testing/sample-views.ts'
import type { PayPageView } from './view.ts'

/** K6 M3.10, the pages' part: whatever was asked for and whatever became of it, the page says it and leaves a way on. */
const assets = loadPayPageAssets()

/** What may be asked for: one invoice, several, an invoice of another kind, an amount, a sum of parts. */
const ASKED: Record<string, (language: 'en' | 'fr') => Partial<PayPageView>> = {
  'an invoice': () => ({}),
  'several invoices': () => ({
    documents: [
      sampleDocument(),
      sampleDocument({ id: 'inv_2', number: 'INV-1043', type: 'corrected_invoice' }),
    ],
  }),
  'a self-billed invoice': () => ({ documents: [sampleDocument({ type: 'self_billed_invoice' })] }),
  'a quick request': (language) => ({ request: quickView(language).request, documents: [] }),
  'a detailed request': (language) => {
    const { request, attachments = [] } = detailedView(language)
    return { request, attachments, documents: [] }
  },
}
const OFFERS: Partial<PayPageView>[] = [
  ...[null, ...RENEWALS].map((renewal) => ({ renewal })),
  { replacedByPath: '/p/newer' },
  { anywayPath: '/p/x?anyway=1' },
  { settledBy: { payment: 0n, credit: 124_050n } },
  { settledBy: { payment: 24_050n, credit: 100_000n } },
  { settled: 0n },
]

function textOf(html: string): string {
  return html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ')
}

/** What is wrong with a page as it is written: nothing said first, a word without its value, no way on. */
function faultsOf(view: PayPageView): string[] {
  const html = renderPayPage(view, assets)
  const text = textOf(html)
  const headings = [...html.matchAll(/<h1>([\s\S]*?)<\/h1>/g)]
  const faults: string[] = []
  if (headings.length !== 1 || textOf(headings[0]?.[1] ?? '').trim() === '') faults.push('no first line')
  if (/undefined|null|NaN|\[object|Invalid Date|\{\w+\}/.test(text)) faults.push('a word without its value')
  if (view.state !== 'unknown' && !/href="(tel|mailto):/.test(html)) faults.push('nobody to ask')
  const pays = html.includes('id="form"')
  if (pays !== (view.form !== null && view.state !== 'action_needed')) faults.push('the form')
  return faults
}

test.each(Object.keys(ASKED))(
  'K6 every state of %s has a page, whatever it offers, in both languages',
  (asked) => {
    for (const language of ['en', 'fr'] as const)
      for (const state of STATES)
        for (const offer of OFFERS) {
          const view = sampleView(state, language, { ...ASKED[asked]?.(language), ...offer })
          const faults = faultsOf(view)
          if (faults.length > 0) expect({ state, language, offer, faults }).toBe('a whole page')
        }
  },
)

test.each(Object.entries(SUBSTATES))('nothing is left out of a page that is %s', (name, make) => {
  for (const language of ['en', 'fr'] as const) {
    const hasNobody = name === 'a company without address'
    expect(faultsOf(make(language))).toEqual(hasNobody ? ['nobody to ask'] : [])
  }
})

test('only a page of a payment of its own offers a receipt', () => {
  for (const make of Object.values(SUBSTATES)) {
    const view = make('en')
    expect(renderPayPage(view, assets).includes('Download receipt')).toBe(Boolean(view.payment?.receiptPath))
  }
})

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../../../test/support/browser.ts'
import {
  longNamesView,
  longView,
  manyInvoicesView,
  quickView,
  RENEWALS,
  renewalView,
  STATES,
  sampleView,
} from './testing/sample-views.ts'
import { openStandIn, type StandIn } from './testing/stand-in-server.ts'
import type { PayPageView } from './view.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']"
const PHONE = { width: 360, height: 740 }

let browser: Browser
let page: Page
let standIn: StandIn

beforeAll(async () => {
  browser = await launchBrowser()
  page = await (
    await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce', viewport: PHONE })
  ).newPage()
  standIn = await openStandIn(sampleView('payable', 'en'))
})
afterAll(async () => {
  await browser?.close()
  standIn?.stop()
})

/** What axe finds on a page with all of it open, in light and in dark, and how much is cut off where it is narrow or its text large. */
async function examine(view: PayPageView): Promise<unknown[]> {
  standIn.view = view
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(standIn.url + view.path)
  await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
  const problem = page.locator('#problem')
  if (await problem.count())
    await problem.evaluate(`(place) => {
      place.classList.add('is-failed')
      place.querySelector('p').textContent = 'Nothing was charged.'
    }`)
  await page.evaluate(axe)
  const found = [...(await faults(`{ runOnly: ${RULES} }`)), ...(await overflow())]
  await page.emulateMedia({ colorScheme: 'dark' })
  found.push(...(await faults("{ runOnly: ['color-contrast'] }")))
  await page.evaluate("document.documentElement.style.fontSize = '200%'")
  found.push(...(await overflow()))
  await page.setViewportSize({ width: 1280, height: 740 })
  found.push(...(await overflow()))
  await page.setViewportSize(PHONE)
  return found
}

function faults(options: string): Promise<unknown[]> {
  return page.evaluate(`axe.run(${options}).then(({ violations }) =>
    violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) })))`)
}

async function overflow(): Promise<string[]> {
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  return over > 0 ? [`${over} pixels too wide`] : []
}

test.each(STATES)(
  'a page that is %s has no fault that axe finds, and nothing is cut off',
  async (state) => {
    for (const language of ['en', 'fr'] as const)
      expect(await examine(sampleView(state, language))).toEqual([])
  },
  60_000,
)

test.each(RENEWALS.map((renewal) => [renewal.kind, renewal] as const))(
  'an expired page that offers %s has no fault that axe finds, and nothing is cut off',
  async (_, renewal) => {
    for (const language of ['en', 'fr'] as const)
      expect(await examine(renewalView(renewal, language))).toEqual([])
  },
  60_000,
)

test.each([
  ['a quick payment', quickView],
  ['many lines', longView],
  ['many invoices', manyInvoicesView],
  ['long names and a large amount', longNamesView],
])(
  'nor has a page with %s',
  async (_, make) => {
    expect(await examine(make('fr'))).toEqual([])
  },
  60_000,
)

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './testing/browser.ts'
import {
  longNamesView,
  longView,
  manyInvoicesView,
  quickView,
  STATES,
  sampleView,
} from './testing/sample-views.ts'
import { openStandIn } from './testing/stand-in-server.ts'
import type { PayPageView } from './view.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

type Look = { width: number; scheme: 'light' | 'dark'; text: string }

/** What axe finds on a page, with its details open, and how much wider than the window it is. */
async function examine(view: PayPageView, { width, scheme, text }: Look): Promise<unknown[]> {
  const standIn = await openStandIn(view)
  const context = await browser.newContext({
    viewport: { width, height: 740 },
    colorScheme: scheme,
    bypassCSP: true,
  })
  const page = await context.newPage()
  await page.goto(standIn.url + view.path, { waitUntil: 'networkidle' })
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = size
    for (const details of document.querySelectorAll('details')) details.open = true
  }, text)
  const problem = page.locator('#problem p')
  if (await problem.count()) await problem.evaluate((place) => place.append('Nothing was charged.'))
  const found = [...(await faultsOf(page)), ...(await overflowOf(page))]
  await context.close()
  standIn.stop()
  return found
}

async function faultsOf(page: Page): Promise<unknown[]> {
  await page.evaluate(axe)
  return page.evaluate(`axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) })))`)
}

async function overflowOf(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return over > 0 ? [`${over} pixels too wide`] : []
}

const looks: Look[] = [
  { width: 360, scheme: 'light', text: '16px' },
  { width: 1280, scheme: 'dark', text: '16px' },
  { width: 360, scheme: 'dark', text: '32px' },
]

test.each(STATES)(
  'a page that is %s has no fault that axe finds, in both languages, light and dark, at double size',
  async (state) => {
    for (const language of ['en', 'fr'] as const)
      for (const look of looks) expect(await examine(sampleView(state, language), look)).toEqual([])
  },
  120_000,
)

test.each([quickView, longView, manyInvoicesView, longNamesView])(
  'nor has a page of another shape: %o',
  async (make) => {
    for (const look of looks) expect(await examine(make('fr'), look)).toEqual([])
  },
  120_000,
)

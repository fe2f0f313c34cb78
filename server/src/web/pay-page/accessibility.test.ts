import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFaults, EVERY_RULE } from '../../../../test/support/axe.ts'
import { launchBrowser } from '../../../../test/support/browser.ts'
import { layoutFaults, photograph } from './testing/page-faults.ts'
import { FORMS, type Shown } from './testing/sample-forms.ts'
import { SUBSTATES } from './testing/sample-substates.ts'
import { STATES, sampleView } from './testing/sample-views.ts'
import { openStandIn, type StandIn } from './testing/stand-in-server.ts'

/**
 * Every state of the page, what it may say within one, and the form that saves without charging, in both languages, on a phone and on a desk, in light and in
 * dark, in large text and without script. A desk has the same words and colours as a phone in another order, and French
 * the same elements and colours as English. So, unless `LOOKS=all`, axe looks at a phone's page in one language, half of
 * the states in each, and nothing is pictured: then the pictures are in `.cache/pay-pages`.
 */
const PHONE = { width: 360, height: 740 }
const DESK = { width: 1440, height: 900 }
const SCREENS = [
  ['phone', PHONE],
  ['desk', DESK],
] as const

/** By every rule, and by those that another colour scheme can break. */
const RULES = { light: EVERY_RULE, dark: { runOnly: ['color-contrast'] } }

const IS_ALL = process.env.LOOKS === 'all'

let browser: Browser
let page: Page
let withoutScript: Page
let standIn: StandIn

beforeAll(async () => {
  browser = await launchBrowser()
  const open = async (javaScriptEnabled: boolean) =>
    (await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce', javaScriptEnabled })).newPage()
  page = await open(true)
  withoutScript = await open(false)
  standIn = await openStandIn(sampleView('payable', 'en'))
})
afterAll(async () => {
  await browser?.close()
  standIn?.stop()
})

type Language = 'en' | 'fr'

const VIEWS = [
  ...STATES.map((state) => [state, (language: Language) => sampleView(state, language)] as const),
  ...Object.entries(SUBSTATES),
  ...Object.entries(FORMS),
].map(([name, make], index) => [name, make, index % 2 === 0 ? 'en' : 'fr'] as const)

/** Opens a page with all of it unfolded and a problem told, and waits for the card's fields. */
async function show(view: Shown): Promise<void> {
  standIn.view = view
  // On a device that has a wallet.
  await page.goto(`${standIn.url}${view.path}?wallet`)
  await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
  if (await page.locator('#card').count()) await page.locator('#card.is-ready').waitFor()
  if (await page.locator('#wallets').count()) await page.locator('#wallets.is-ready').waitFor()
  await page.evaluate(`for (const place of document.querySelectorAll('#problem')) {
    place.classList.add('is-failed')
    place.querySelector('p').textContent = 'Nothing was charged.'
  }`)
  const isTold = page.locator('#problem').getByText('Nothing was charged.').isVisible()
  expect(await isTold).toBe((await page.locator('#problem').count()) > 0)
}

test.each(VIEWS)(
  'a page that is %s has no fault that axe finds and nothing cut off, in any language, size or light',
  async (name, make, own) => {
    const faults: string[] = []
    const note = (where: string, found: string[]) => faults.push(...found.map((each) => `${where}: ${each}`))
    for (const language of ['en', 'fr'] as const) {
      await page.emulateMedia({ colorScheme: 'light' })
      await show(make(language))
      for (const [screen, size] of SCREENS) {
        await page.setViewportSize(size)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          if (IS_ALL || (screen === 'phone' && language === own))
            note(
              `${language} ${screen} ${colorScheme}`,
              (await axeFaults(page, RULES[colorScheme])).map(({ rule, html }) => `axe ${rule}: ${html}`),
            )
          if (IS_ALL) await photograph(page, name, language, screen, colorScheme)
        }
        note(`${language} ${screen}`, await layoutFaults(page))
        await page.evaluate("document.documentElement.style.fontSize = '200%'")
        note(`${language} ${screen} at 200 %`, await layoutFaults(page))
        if (IS_ALL) await photograph(page, name, language, screen, 'large')
        await page.evaluate("document.documentElement.style.fontSize = ''")
      }
    }
    expect(faults).toEqual([])
  },
  120_000,
)

test.each(VIEWS)(
  'a page that is %s says everything without script, and whom to ask',
  async (name, make, own) => {
    await withoutScript.setViewportSize(PHONE)
    for (const language of IS_ALL ? (['en', 'fr'] as const) : [own]) {
      const view = make(language)
      standIn.view = view
      await withoutScript.goto(standIn.url + view.path)
      if (IS_ALL) await photograph(withoutScript, name, language, 'phone', 'without script')
      expect(await layoutFaults(withoutScript)).toEqual([])
      const said = await withoutScript.evaluate<string>('document.body.innerText')
      expect(await withoutScript.locator('h1').isVisible()).toBe(true)
      // Nothing stands there that does nothing.
      for (const button of await withoutScript.locator('button:visible').all()) {
        expect(await button.isEnabled()).toBe(true)
        expect(await button.locator('xpath=ancestor::form').getAttribute('method')).toBe('post')
      }
      if (view.state === 'unknown') continue
      expect(said).toContain(view.company.name)
      if (view.form !== null) expect(said).toContain('JavaScript')
      const { phone, email } = view.company
      if (phone !== null) {
        expect(said).toContain(phone)
        expect(await withoutScript.locator('a[href^="tel:"]:visible').count()).toBeGreaterThan(0)
      }
      if (email !== null)
        expect(await withoutScript.locator('a[href^="mailto:"]:visible').count()).toBeGreaterThan(0)
    }
  },
)

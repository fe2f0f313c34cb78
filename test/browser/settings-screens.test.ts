import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { expectSound, LOOKS, openPage, sayLook, signInAs, startDashboardWorld } from '../support/dashboard.ts'
import { newCustomer, quickLink } from '../support/story.ts'
import type { World } from '../support/world.ts'

interface Screen {
  path: string
  /** What stands there once it is whole. */
  shown: string
  /** What is done before it is looked at. */
  before?: (page: Page) => Promise<void>
}

const SCREENS: Readonly<Record<string, Screen>> = {
  links: { path: 'links', shown: '[role=switch]' },
  'links-changed': {
    path: 'links',
    shown: '[role=switch]',
    before: async (page) => {
      await page.getByRole('checkbox').nth(1).click()
      await page.locator('#content').evaluate('document.querySelector("#content").scrollTo(0, 0)')
    },
  },
  preset: {
    path: 'links',
    shown: '[role=switch]',
    before: async (page) => {
      await page.getByRole('button', { name: /^Kimoby/ }).click()
      await page.getByRole('dialog').getByRole('table').waitFor()
    },
  },
  templates: { path: 'templates', shown: 'li a[href*=shipped]' },
  template: { path: 'templates/tpl_shipped_request_bike_en', shown: 'textarea' },
  'template-new': {
    path: 'templates/new?copy_of=tpl_shipped_request_bike_fr',
    shown: 'textarea',
    before: (page) => page.getByText('Order 1').waitFor(),
  },
  'thank-you': { path: 'thank-you', shown: 'textarea' },
}

describeWithBrowser('the screens of the settings', () => {
  let world: World
  let browser: Browser

  beforeAll(async () => {
    world = await startDashboardWorld()
    browser = await launchBrowser()
    const customer = await newCustomer(world.company, { name: 'Café Lune', email: 'lea@cafelune.test' })
    await quickLink(world.company, 124050, { customer: customer.id, reference: 'Order 1' })
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  it.each(LOOKS.map((look) => [sayLook(look), look] as const))(
    'have no fault that axe finds, and nothing is wider than the screen: %s',
    async (name, look) => {
      const { page, faults } = await openPage(browser, look)
      await signInAs(world, page, 'admin', look)
      for (const [screen, { path, shown, before }] of Object.entries(SCREENS)) {
        await page.goto(`${world.url}/settings/${path}`)
        await page.locator('#content').locator(shown).first().waitFor()
        await before?.(page)
        await expectSound(page, `settings-${screen}-${name}`)
      }
      expect(faults).toEqual([])
    },
  )
})

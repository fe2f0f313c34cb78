import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { expectSound, LOOKS, openPage, sayLook, signInAs, startDashboardWorld } from '../support/dashboard.ts'
import { flowerLogo } from '../support/pictures.ts'
import { made, newCustomer, quickLink } from '../support/story.ts'
import type { World } from '../support/world.ts'

interface Screen {
  path: string
  /** What stands there once it is whole. */
  shown: string
  /** What is done before it is looked at. */
  before?: (page: Page) => Promise<void>
}

const SCREENS: Readonly<Record<string, Screen>> = {
  overview: {
    path: '',
    shown: 'li a',
    before: (page) => page.getByText(/^(Enabled|Actif)$/).waitFor(),
  },
  links: { path: '/links', shown: '[role=switch]' },
  'links-changed': {
    path: '/links',
    shown: '[role=switch]',
    before: async (page) => {
      await page.getByRole('checkbox').nth(1).click()
      await page.locator('#content').evaluate('document.querySelector("#content").scrollTo(0, 0)')
    },
  },
  preset: {
    path: '/links',
    shown: '[role=switch]',
    before: async (page) => {
      await page.getByRole('button', { name: /^Kimoby/ }).click()
      await page.getByRole('dialog').getByRole('table').waitFor()
    },
  },
  templates: { path: '/templates', shown: 'li a[href*=shipped]' },
  template: { path: '/templates/tpl_shipped_request_bike_en', shown: 'textarea' },
  'template-new': {
    path: '/templates/new?copy_of=tpl_shipped_request_bike_fr',
    shown: 'textarea',
    before: (page) => page.getByText('Order 2').waitFor(),
  },
  'thank-you': { path: '/thank-you', shown: 'textarea' },
  staff: { path: '/staff', shown: 'li button' },
  'staff-invite': {
    path: '/staff',
    shown: 'li button',
    before: async (page) => {
      await page.locator('#content header button').click()
      await page.getByRole('dialog').getByRole('checkbox').first().waitFor()
    },
  },
  roles: { path: '/roles', shown: 'table input' },
  'api-keys': { path: '/api-keys', shown: 'li' },
  'api-key-new': {
    path: '/api-keys',
    shown: 'li',
    before: async (page) => {
      await page.locator('#content header button').click()
      await page.getByRole('dialog').getByRole('checkbox').first().waitFor()
    },
  },
  'audit-trail': {
    path: '/audit-trail',
    shown: 'details',
    before: (page) => page.locator('summary').first().click(),
  },
  suppressed: { path: '/suppressed', shown: 'li' },
  company: { path: '/company', shown: 'figure img' },
  'payments-account': { path: '/payments-account', shown: 'dl' },
  account: { path: '/account', shown: '[role=switch]' },
  'account-two-step': {
    path: '/account',
    shown: '[role=switch]',
    before: async (page) => {
      await page.getByRole('button', { name: /^(Set it up|La préparer)$/ }).click()
      await page.locator('form img').waitFor()
      await page.locator('form img').scrollIntoViewIfNeeded()
    },
  },
}

describeWithBrowser('the screens of the settings', () => {
  let world: World
  let browser: Browser

  beforeAll(async () => {
    world = await startDashboardWorld()
    browser = await launchBrowser()
    const customer = await newCustomer(world.company, { name: 'Café Lune', email: 'lea@cafelune.test' })
    await quickLink(world.company, 124050, { customer: customer.id, reference: 'Order 1' })
    await bounce(world, 'bounce@nobody.test')
    await made(world.company.call('PUT', '/v1/company/logo', flowerLogo(), { 'content-type': 'image/png' }))
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
        await page.goto(`${world.url}/settings${path}`)
        await page.locator('#content').locator(shown).first().waitFor()
        await before?.(page)
        await expectSound(page, `settings-${screen}-${name}`)
      }
      await page.goto(`${world.url}/help`)
      await page.locator('summary').nth(7).click()
      await expectSound(page, `help-${name}`)
      expect(faults).toEqual([])
    },
  )
})

/** A mail that comes back, so that its address stands among the suppressed. */
async function bounce(world: World, email: string): Promise<void> {
  const order = { kind: 'quick', amount: 1200, currency: 'usd', reference: 'Order 2', email }
  const { id } = await made(world.company.call('POST', '/v1/payment_requests', order))
  await made(world.company.call('POST', `/v1/payment_requests/${id}/send`, {}))
  await world.settle()
}

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { expectSound, LOOKS, openPage, sayLook, signInAs, startDashboardWorld } from '../support/dashboard.ts'
import { made, newCustomer, pay, quickLink } from '../support/story.ts'
import type { World } from '../support/world.ts'

describeWithBrowser('the screens of the dashboard', () => {
  let world: World
  let browser: Browser
  let paid: string

  beforeAll(async () => {
    world = await startDashboardWorld()
    browser = await launchBrowser()
    const { company } = world
    const customer = await newCustomer(company, {
      name: 'A very long name of a company that goes on, Incorporated & Associates of Delaware',
      email: 'long@name.test',
    })
    const first = await quickLink(company, 124050, { customer: customer.id, reference: 'Order 1' })
    paid = first.request
    await pay(world, company, first.url, { amount: 124050, card: '4000000000009995' })
    const { payment } = (await pay(world, company, first.url, { amount: 124050 })).body
    const refund = { payment, amount: 4000, reason: 'Six broken vases' }
    await made(company.call('POST', '/v1/refunds', refund, { 'idempotency-key': 'vases' }))
    await quickLink(company, 99_999_999, {
      reference: 'A reference of many words that nobody cut short '.repeat(3),
    })
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  it.each(LOOKS.map((look) => [sayLook(look), look] as const))(
    'have no fault that axe finds, and nothing is wider than the screen: %s',
    async (name, look) => {
      const { page, faults } = await openPage(browser, look)
      for (const path of ['sign-in', 'forgotten-password', 'reset-password?token=x']) {
        await page.goto(`${world.url}/${path}`)
        await page.locator('h1').waitFor()
        await expectSound(page, `${path.split('?')[0]}-${name}`)
      }
      await signInAs(world, page, 'admin', look)
      // What each shows once all of it is there.
      const screens: Record<string, [path: string, shown: string]> = {
        home: ['', 'figure'],
        requests: ['pay/requests', 'tbody a'],
        'requests-none': ['pay/requests?status=voided', 'h2'],
        'request-new': ['pay/requests/new', 'form'],
        'request-paid': [`pay/requests/${paid}`, 'article ol li'],
        'request-alone': [`pay/requests/${paid}?alone=1`, 'article ol li'],
        payments: ['pay/payments', 'tbody a'],
        'payments-none': ['pay/payments?status=returned', 'h2'],
        refunds: ['pay/refunds', 'tbody a'],
        'refunds-none': ['pay/refunds?status=failed', 'h2'],
        nothing: ['pay/nothing', 'h1'],
      }
      for (const [screen, [path, shown]] of Object.entries(screens)) {
        await page.goto(`${world.url}/${path}`)
        await page.locator(`#content ${shown}`).first().waitFor()
        await expectSound(page, `${screen}-${name}`)
      }
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
      await expectSound(page, `shortcuts-${name}`)
      expect(faults).toEqual([])
    },
  )
})

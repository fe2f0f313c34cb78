import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { openPage, signInAs, startDashboardWorld } from '../support/dashboard.ts'
import { quickLink } from '../support/story.ts'
import type { World } from '../support/world.ts'

describeWithBrowser('lists of the dashboard', () => {
  let world: World
  let browser: Browser

  beforeAll(async () => {
    world = await startDashboardWorld()
    browser = await launchBrowser()
    for (let n = 1; n <= 20; n++) await quickLink(world.company, 100, { reference: `Long ${n}` })
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  it('are on a phone where they were when one comes back, with their filter, from a row or another screen', async () => {
    const { page } = await openPage(browser, { width: 360 })
    await signInAs(world, page, 'sales')
    await page.goto(`${world.url}/pay/requests?q=Long`)
    const scrolled = () => page.evaluate('document.querySelector("table").parentElement.scrollTop')
    const row = page.getByRole('link', { name: /^Long 4\b/ })
    await page.getByRole('link', { name: /^Long 20\b/ }).waitFor()
    await page.evaluate('document.querySelector("table").parentElement.scrollTo(0, 700)')
    await row.click()
    await page.getByRole('heading', { level: 1, name: 'Long 4' }).waitFor()
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Long 4')
    await page.goBack()
    await row.waitFor()
    await expect.poll(scrolled).toBe(700)
    expect(new URL(page.url()).search).toBe('?q=Long')

    await page.getByRole('navigation').getByRole('link', { name: 'Home' }).click()
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
    await page.goBack()
    await row.waitFor()
    await expect.poll(scrolled).toBe(700)
  })

  it('hide columns for good', async () => {
    const { page } = await openPage(browser)
    await signInAs(world, page, 'sales')
    await page.goto(`${world.url}/pay/requests`)
    const amount = page.getByRole('columnheader', { name: 'Amount' })
    await amount.waitFor()
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('checkbox', { name: 'Amount' }).uncheck()
    await amount.waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('columnheader', { name: 'Customer' }).waitFor()
    expect(await amount.count()).toBe(0)
  })

  it('ask for their first rows once, while the program is still on its way, and for each of their files once', async () => {
    const first = (await openPage(browser)).page
    await signInAs(world, first, 'admin')
    for (const [path, rows] of [
      ['/customers', '/v1/customers'],
      ['/invoices', '/v1/invoices'],
      ['/pay/requests', '/v1/payment_requests'],
      ['/pay/payments', '/v1/payments'],
      ['/pay/refunds', '/v1/refunds'],
    ] as const) {
      // A page of its own, for the one before may still be asking for what it will want later.
      const page = await first.context().newPage()
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await page.goto(world.url + path)
      await page.locator('#content h1').waitFor()
      await page.getByRole('row').or(page.locator('#content p')).first().waitFor()
      expect(asked.filter((each) => each === rows)).toEqual([rows])
      expect(asked.indexOf(rows)).toBeLessThan(asked.findIndex((each) => each.endsWith('.js')))
      const files = asked.filter((each) => each.startsWith('/dashboard/'))
      expect(files).toHaveLength(new Set(files).size)
      await page.close()
    }
  })
})

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithBrowser, launchBrowser } from '../support/browser.ts'
import { linkTo, made, newCustomer, newInvoice } from '../support/story.ts'
import { startWorld, type World } from '../support/world.ts'

/** A page that stands open while the amount moves: it says why, keeps what was typed, and takes the new amount. */
describeWithBrowser('A page that stands open', () => {
  let world: World
  let browser: Browser
  beforeAll(async () => {
    world = await startWorld()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
  })

  it('R-101 names the credit and then the edit that changed the amount, loses nothing typed, and is paid', async () => {
    const { company } = world
    const { id: customer } = await newCustomer(company)
    const invoice = await newInvoice(company, '1240.50', { customer })
    const other = await newInvoice(company, '100.00', { customer })
    const { url } = await linkTo(company, invoice.id, other.id)
    const page = await (await browser.newContext({ viewport: { width: 360, height: 780 } })).newPage()
    await page.goto(`${url}?lang=en`)
    await type(page, world)

    await made(
      company.call('POST', '/v1/credit_notes', {
        invoice: invoice.id,
        lines: [{ description: 'Wilted', quantity: '1', unit_price: '50.00' }],
        reason: 'Wilted',
      }),
    )
    await comesBack(page)
    await page
      .getByRole('alert')
      .getByText('The amount is now $1,290.50: a $50.00 credit was applied.')
      .waitFor()
    await page.locator('.row', { hasText: '$1,190.50' }).waitFor()

    await made(
      company.call('PATCH', `/v1/invoices/${other.id}`, {
        revision: 1,
        lines: [{ description: 'Roses', quantity: '1', unit_price: '80.00' }],
      }),
    )
    await comesBack(page)
    await page
      .getByRole('alert')
      .getByText(`The amount is now $1,270.50: invoice ${other.number} was changed.`)
      .waitFor()
    expect(await page.locator('#email').inputValue()).toBe('ana@example.test')
    expect(await card(page, world).getByLabel('Card number').inputValue()).toContain('4242')
    await page.getByRole('button', { name: 'Pay $1,270.50' }).click()
    await page.getByText('Paid. Thank you.').waitFor()
    expect(await page.getByText('$50.00 was settled by credit.').isVisible()).toBe(true)
    await world.settle()
    await world.prove()
  })
})

const card = (page: Page, world: World) =>
  page.frameLocator(`iframe[src*=":${new URL(world.sandbox.url).port}/elements/payment"]`)

async function type(page: Page, world: World): Promise<void> {
  await card(page, world).getByLabel('Card number').fill('4242424242424242')
  await card(page, world).getByLabel('Expiration').fill('12 / 34')
  await card(page, world).getByLabel('CVC').fill('123')
  await page.locator('#email').fill('ana@example.test')
}

/** What a browser says when its tab is looked at again. */
async function comesBack(page: Page): Promise<void> {
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
}
